# Risk measures of made-up rows, in base R: classes by table(), nothing else.
#   Rscript test/oracles/microdata.R > test/oracles/microdata.json
options(digits = 15)
set.seed(20221122)
n <- 240
draw <- function(values, weights) sample(values, n, replace = TRUE, prob = weights)
persons <- data.frame(
  municipality = draw(c("1780", "1781", "1785"), c(.5, .4, .1)),
  sex = draw(c("F", "M", "X"), c(.48, .5, .02)),
  age = draw(14:32, c(1, rep(4, 5), rep(3, 5), rep(2, 5), 1, 1, 1)),
  foreign_born = draw(c("Y", "N", "U"), c(.25, .7, .05)),
  inflow_route = draw(c("pes", "fk", "school", "kaa", "open_intake_parent", "other", "unknown"), c(8, 4, 3, 2, .1, 1, .2)),
  started_on = format(as.Date("2021-01-01") + sample(0:600, n, replace = TRUE)),
  education = draw(c("ISCED0_2", "ISCED3_4", "ISCED5_8", "U"), c(10, 6, .15, 1)),
  disability = draw(c("Y", "N", "U"), c(.2, .7, .1)),
  exit_reason = draw(c("work", "studies", "moved", "illness_care", NA), c(4, 3, 1, 1, 3)),
  income_at_start = draw(c("social_assistance", "none", "activity_support"), c(6, 3, 2)),
  stringsAsFactors = FALSE
)
persons$age_band <- as.character(cut(persons$age, c(-Inf, 14, 19, 24, 29, Inf), c("U", "15-19", "20-24", "25-29", "U ")))
persons$age_band <- trimws(persons$age_band)
persons$start_month <- substr(persons$started_on, 1, 7)
floors <- c(0, 15, 20, 25, 30)
floored <- function(age) floors[findInterval(age, floors)]

class_of <- function(data, columns) do.call(paste, c(data[columns], sep = "|"))
size_of <- function(class) as.vector(table(class)[class])
measure <- function(class, k) {
  sizes <- as.vector(table(class))
  list(
    classes = length(sizes), smallest_class = min(sizes), unique_persons = sum(sizes[sizes == 1]),
    small_class_persons = sum(sizes[sizes < k])
  )
}
subsets <- function(columns, k) {
  sets <- unlist(lapply(seq_along(columns), function(m) combn(columns, m, simplify = FALSE)), recursive = FALSE)
  found <- lapply(sets, function(set) c(list(columns = paste(set, collapse = ", "), n_columns = length(set)), measure(class_of(persons, set), k)))
  breaks <- vapply(found, function(each) each$small_class_persons > 0, TRUE)
  for (i in seq_along(sets)) {
    within <- vapply(sets, function(other) length(other) < length(sets[[i]]) && all(other %in% sets[[i]]), TRUE)
    found[[i]]$is_minimal <- breaks[i] && !any(breaks[within])
  }
  found
}
diversity <- function(columns) {
  class <- class_of(persons, columns)
  lapply(setdiff(c("disability", "exit_reason", "income_at_start"), columns), function(sensitive) {
    counts <- table(class, ifelse(is.na(persons[[sensitive]]), "", persons[[sensitive]]))
    distinct <- rowSums(counts > 0)
    shares <- counts / rowSums(counts)
    entropy <- -rowSums(ifelse(shares > 0, shares * log(shares), 0))
    list(
      sensitive_column = sensitive, l_distinct = min(distinct), l_entropy = exp(min(entropy)),
      uniform_persons = sum(counts[distinct == 1, ]), uniform_in_company = sum(counts[distinct == 1 & rowSums(counts) > 1, ])
    )
  })
}
rare <- function(values, k, instead, keep) {
  few <- names(which(table(values) < k))
  ifelse(values %in% setdiff(few, keep), instead, values)
}
coarsening <- function(columns, k) {
  known <- persons[columns]
  with_column <- function(drop, name, values) {
    rest <- known[setdiff(names(known), drop)]
    rest[[name]] <- values
    measure(class_of(rest, names(rest)), k)
  }
  row <- function(column, way, drop, before, after) {
    b <- with_column(drop, "own", before)
    a <- with_column(drop, "own", after)
    list(
      column_name = column, way = way, small_before = b$small_class_persons, small_after = a$small_class_persons,
      unique_before = b$unique_persons, unique_after = a$unique_persons
    )
  }
  ages <- c("age", "age_band")
  days <- c("started_on", "start_month")
  rows <- list()
  if (any(ages %in% columns)) rows <- c(rows, list(
    row("age", "band", ages, persons$age, floored(persons$age)), row("age", "leave_out", ages, persons$age, 0)))
  if (any(days %in% columns)) rows <- c(rows, list(
    row("dates", "month", days, persons$started_on, persons$start_month), row("dates", "leave_out", days, persons$started_on, 0)))
  if ("inflow_route" %in% columns) rows <- c(rows, list(row(
    "inflow_route", "rare", "inflow_route", persons$inflow_route, rare(persons$inflow_route, k, "other", "unknown"))))
  if ("education" %in% columns) rows <- c(rows, list(row(
    "education", "rare", "education", persons$education, rare(persons$education, k, "U", "U"))))
  for (column in intersect(c("inflow_route", "education", "foreign_born", "disability", "municipality", "sex"), columns))
    rows <- c(rows, list(row(column, "leave_out", column, persons[[column]], 0)))
  rows
}

usual <- c("municipality", "sex", "age_band", "foreign_born", "inflow_route")
cases <- list(
  list(columns = usual, k = 5), list(columns = usual, k = 3), list(columns = c(usual, "start_month"), k = 10),
  list(columns = c("municipality", "sex", "age", "education", "disability"), k = 5), list(columns = c("sex", "foreign_born"), k = 5)
)
answers <- lapply(cases, function(case) c(case, list(
  subsets = subsets(case$columns, case$k), diversity = diversity(case$columns), coarsening = coarsening(case$columns, case$k)
)))

# JSON by hand, so that base R is enough.
json <- function(x) {
  if (is.list(x) && !is.null(names(x))) return(paste0("{", paste0('"', names(x), '":', vapply(x, json, ""), collapse = ","), "}"))
  if (is.list(x)) return(paste0("[", paste(vapply(x, json, ""), collapse = ","), "]"))
  if (length(x) > 1) return(json(as.list(x)))
  if (is.na(x)) return("null")
  if (is.character(x)) return(paste0('"', x, '"'))
  if (is.logical(x)) return(tolower(x))
  format(x, digits = 15)
}
rows <- lapply(seq_len(n), function(i) as.list(persons[i, setdiff(names(persons), c("age_band", "start_month"))]))
cat(json(list(persons = rows, cases = answers)), "\n")
