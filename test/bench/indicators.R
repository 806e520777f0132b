# The same numbers as indicators.sql with data.table. Reading is not counted, computing is.
#
#   Rscript indicators.R <folder with enrolment.csv, outcome.csv, milestone.csv>
#
# Says `ready`, then does what it is told line by line: `compute`, or `write` the last numbers to numbers.csv in the folder.
suppressPackageStartupMessages(library(data.table))
invisible(setDTthreads(0))

folder <- commandArgs(TRUE)[[1]]

read <- function(table, codes, days) {
  columns <- c(setNames(rep("factor", length(codes)), codes), setNames(rep("IDate", length(days)), days))
  fread(file.path(folder, paste0(table, ".csv")), colClasses = columns, na.strings = "", encoding = "UTF-8")
}
shared <- c("sex", "age_band", "foreign_born", "disability", "municipality", "inflow_route")
enrolment <- read(
  "enrolment",
  c("exit_reason", setdiff(shared, "age_band"), "target_group", "eligible"),
  c("started_on", "ended_on")
)
outcome <- read("outcome", "kind", "started_on")
milestone <- read("milestone", c("node", "municipality", "status"), "reached_on")

cutoff <- as.IDate("2022-12-31")
starts_on <- as.IDate("2020-09-01")
ends_on <- as.IDate("2022-12-31")
nodes <- c("flexible-education", "provider-cooperation", "health-cooperation", "new-methods")
kinds <- c(
  "job_unsubsidised", "job_subsidised", "self_employment", "studies_upper_secondary", "studies_komvux",
  "studies_folk_high_school", "studies_higher", "studies_sfi"
)

# Of each person the first unit in the order; those with one unit, nearly all, need no sorting.
taken <- function(units, ...) {
  several <- units[single == FALSE]
  setorderv(several, c("person", ...), c(1, rep(-1, length(c(...)))))
  rbind(units[single == TRUE], unique(several, by = "person"))
}

# Whole and by each breakdown, from the small cells.
added_up <- function(cells, breakdowns, measures) {
  rbindlist(lapply(c("", breakdowns), function(breakdown) {
    if (breakdown == "") {
      sums <- cells[, lapply(.SD, sum), .SDcols = measures]
      sums[, value := ""]
    } else {
      sums <- cells[, lapply(.SD, sum), by = c(value = breakdown), .SDcols = measures]
      setnames(sums, 1, "value")
      unknown_code <- if (breakdown == "inflow_route") "unknown" else "U"
      sums[, value := as.character(value)][is.na(value), value := unknown_code]
      sums <- sums[, lapply(.SD, sum), by = value, .SDcols = measures]
    }
    sums[, breakdown := ..breakdown]
  }), use.names = TRUE)
}

wilson <- function(k, n, side) {
  z <- qnorm(0.975)
  share <- k / n
  (share + z^2 / (2 * n) + side * z * sqrt((share * (1 - share) + z^2 / (4 * n)) / n)) / (1 + z^2 / n)
}

compute <- function() {
  enrolled <- enrolment[(is.na(eligible) | eligible != "N") & started_on <= cutoff]
  enrolled[, age_band := fcase(
    age %between% c(15L, 19L), "15-19", age %between% c(20L, 24L), "20-24", age %between% c(25L, 29L), "25-29",
    default = "U"
  )]
  enrolled[, year := year(started_on)]
  # As columns of their own, so that data.table's own sum adds them up by group.
  enrolled[, `:=`(
    work = !is.na(exit_reason) & exit_reason == "work",
    studies = !is.na(exit_reason) & exit_reason == "studies",
    unknown = is.na(exit_reason) | exit_reason == "unknown"
  )]
  left <- c(shared, "year")

  last_exit <- taken(enrolled[ended_on <= cutoff & age %between% c(15L, 29L)], "stay")
  exits <- last_exit[, .(n = .N, work = sum(work), studies = sum(studies), unknown = sum(unknown)), by = left]
  exit_sums <- added_up(exits, left, c("n", "work", "studies", "unknown"))
  exit_sums[, both := work + studies]

  enrolled[, earlier := -stay]
  first <- taken(enrolled, "earlier")
  enrolments <- first[, .(n = .N), by = c(left, "target_group")]
  enrolment_sums <- added_up(enrolments, c(left, "target_group"), "n")

  known <- outcome[started_on <= cutoff]
  started <- known[started_on >= starts_on & started_on <= ends_on & kind %in% kinds, stay]
  enrolled[, rank := fifelse(!is.na(ended_on) & ended_on <= cutoff & unknown & !stay %in% known$stay, 1L, 0L)]
  enrolled[stay %in% started, rank := 2L]
  best <- taken(enrolled, "rank", "stay")
  best[, `:=`(yes = rank == 2L, undecided = rank == 1L)]
  starts <- best[, .(n = .N, k = sum(yes), unknown = sum(undecided)), by = left]
  start_sums <- added_up(starts, left, c("n", "k", "unknown"))

  steps <- milestone[node %in% nodes, .(n = as.integer(status != "dropped"),
    k = as.integer(status == "reached" & (is.na(reached_on) | reached_on <= cutoff)),
    unknown = as.integer(status == "dropped"), municipality)]
  step_sums <- added_up(steps, "municipality", c("n", "k", "unknown"))

  of_exits <- function(indicator, k) {
    exit_sums[, .(indicator = indicator, breakdown, value, n, k = get(k), unknown)]
  }
  numbers <- rbindlist(list(
    of_exits("work-or-study-at-exit", "both"),
    of_exits("work-at-exit", "work"),
    of_exits("studies-at-exit", "studies"),
    enrolment_sums[, .(indicator = "participants-enrolled", breakdown, value, n, k = n, unknown = 0L)],
    start_sums[, .(indicator = "started-work-or-study-within-project", breakdown, value, n, k, unknown)],
    step_sums[, .(indicator = "organisation-milestones", breakdown, value, n, k, unknown)]
  ))
  numbers[, estimate := fifelse(indicator == "participants-enrolled", as.double(k), fifelse(n > 0L, k / n, NA_real_))]
  numbers[, `:=`(lower = wilson(k, n, -1), upper = wilson(k, n, 1))]
  numbers[indicator %in% c("participants-enrolled", "organisation-milestones"), `:=`(lower = NA, upper = NA)]
  numbers[]
}

told <- file("stdin", "r")
cat("ready\n")
while (length(word <- readLines(told, 1)) == 1) {
  if (word == "compute") numbers <- compute() else fwrite(numbers, file.path(folder, "numbers.csv"))
  cat("done\n")
}
