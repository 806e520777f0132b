# Makes kasam.json: a made-up survey of SOC-13 with two waves, scored and compared in R from the key alone.
# Run: Rscript kasam.R > kasam.json
# Needs jsonlite, psych and exactRankTests (Debian: r-cran-jsonlite, r-cran-psych, r-cran-exactranktests).
options(digits = 15, warn = 1)
suppressMessages({library(jsonlite); library(psych); library(exactRankTests)})
set.seed(20261122)
parts <- list(total = 1:13, comprehensibility = c(2, 6, 8, 9, 11), manageability = c(3, 5, 10, 13), meaningfulness = c(1, 4, 7, 12))
reversed <- c(1, 2, 3, 7, 10)
allowed <- c(total = 1, comprehensibility = 0, manageability = 0, meaningfulness = 0)

wave <- function(level) {
  turned <- t(sapply(level, function(x) pmin(7, pmax(1, round(x + rnorm(13, 0, 1.2))))))
  raw <- turned
  raw[, reversed] <- 8 - raw[, reversed]
  raw[matrix(runif(length(raw)) < 0.03, nrow(raw))] <- NA
  raw
}
level <- rnorm(44, 4.2, 0.9)
raw <- list(baseline = wave(level), exit = wave(level[1:34] + 0.2))

score <- function(raw, part, most) {
  turned <- raw
  turned[, reversed] <- 8 - turned[, reversed]
  items <- turned[, parts[[part]], drop = FALSE]
  missing <- rowSums(is.na(items))
  ifelse(missing > most, NA, rowMeans(items, na.rm = TRUE) * ncol(items))
}
described <- function(rule) do.call(rbind, lapply(names(parts), function(part) do.call(rbind, lapply(names(raw), function(w) {
  most <- if (rule == "strict") 0 else allowed[[part]]
  s <- score(raw[[w]], part, most)
  got <- s[!is.na(s)]
  ci <- t.test(got)$conf.int
  data.frame(missing = rule, subscale = part, wave = w, n_received = length(s), n_scored = length(got),
    n_prorated = sum(!is.na(s) & is.na(score(raw[[w]], part, 0))), mean = mean(got), sd = sd(got), lower = ci[1], upper = ci[2])
}))))
J <- function(m) exp(lgamma(m / 2) - lgamma((m - 1) / 2)) / sqrt(m / 2)
changed <- do.call(rbind, lapply(names(parts), function(part) {
  pre <- score(raw$baseline, part, allowed[[part]])[1:34]
  post <- score(raw$exit, part, allowed[[part]])
  both <- !is.na(pre) & !is.na(post)
  pre <- pre[both]; post <- post[both]; d <- post - pre
  t <- t.test(post, pre, paired = TRUE)
  # Prorated scores are thirds and twelfths: equal differences must be equal to be tied.
  w <- wilcox.exact(round(d, 9), exact = TRUE, conf.int = TRUE)
  x <- round(d, 9)[round(d, 9) != 0]
  walsh <- outer(x, x, "+")[lower.tri(diag(length(x)), diag = TRUE)] / 2
  data.frame(subscale = part, n = length(d), mean_pre = mean(pre), mean_post = mean(post), change = mean(d), sd = sd(d),
    lower = t$conf.int[1], upper = t$conf.int[2], t = unname(t$statistic), df = unname(t$parameter), p = t$p.value,
    dz = mean(d) / sd(d), g = J(length(d) - 1) * mean(d) / sd(d), dav = mean(d) / sqrt((var(pre) + var(post)) / 2), r = cor(pre, post),
    wilcoxon_v = unname(w$statistic), wilcoxon_p = w$p.value, hodges_lehmann = median(walsh), zeros = sum(round(d, 9) == 0),
    mean_pre_lower = t.test(pre)$conf.int[1], mean_pre_upper = t.test(pre)$conf.int[2],
    mean_post_lower = t.test(post)$conf.int[1], mean_post_upper = t.test(post)$conf.int[2])
}))
complete <- function(w, part) {
  turned <- raw[[w]]
  turned[, reversed] <- 8 - turned[, reversed]
  items <- turned[, parts[[part]]]
  items[rowSums(is.na(items)) == 0, ]
}
omega <- function(items) {
  f <- factanal(items, 1, control = list(opt = list(factr = 1e2)), nstart = 5, lower = 1e-6)
  sds <- apply(items, 2, sd)
  common <- sum(f$loadings[, 1] * sds)^2
  common / (common + sum(f$uniquenesses * sds^2))
}
reliable <- do.call(rbind, lapply(names(parts), function(part) do.call(rbind, lapply(names(raw), function(w) {
  items <- complete(w, part)
  a <- suppressWarnings(psych::alpha(items, check.keys = FALSE))
  n <- nrow(items); k <- ncol(items)
  F <- qf(c(0.975, 0.025), n - 1, (n - 1) * (k - 1))
  data.frame(subscale = part, wave = w, n = n, k = k, alpha = a$total$raw_alpha, standardised = a$total$std.alpha,
    average_r = a$total$average_r, lower = 1 - (1 - a$total$raw_alpha) * F[1], upper = 1 - (1 - a$total$raw_alpha) * F[2], omega = omega(items))
}))))
base <- complete("baseline", "total")
items <- do.call(rbind, lapply(1:13, function(i) data.frame(item = as.character(i), mean = mean(base[, i]), sd = sd(base[, i]),
  item_rest_r = cor(base[, i], rowSums(base[, -i])), alpha_without = suppressWarnings(psych::alpha(base[, -i], check.keys = FALSE))$total$raw_alpha)))
pre <- score(raw$baseline, "total", 1)
post <- c(score(raw$exit, "total", 1), rep(NA, 10))
d <- ifelse(is.na(post), 0, post - pre)[!is.na(pre)]
ci <- t.test(d)$conf.int
both <- !is.na(pre) & !is.na(post)
alpha <- reliable$alpha[reliable$subscale == "total" & reliable$wave == "baseline"]
rc <- (post - pre)[both] / (sd(pre[both]) * sqrt(2 * (1 - alpha)))
apart <- lapply(list(paired = pre[both], unpaired = pre[!is.na(pre) & is.na(post)]), function(x) {
  ci <- t.test(x)$conf.int
  list(n = length(x), mean = mean(x), sd = sd(x), lower = ci[1], upper = ci[2])
})
answers <- function(raw) lapply(seq_len(nrow(raw)), function(i) raw[i, ])
cat(toJSON(list(
  answers = lapply(raw, answers), scores = rbind(described("prorate"), described("strict")), change = changed, reliability = reliable, items = items,
  reversal = cor(rowSums(base[, reversed]), rowSums(base[, -reversed])),
  reversal_wrong = cor(rowSums(8 - base[, reversed]), rowSums(base[, -reversed])),
  sensitivity = list(n = length(d), change_all = mean(d), lower = ci[1], upper = ci[2]),
  regression = list(expected = 0.26 * (70.7 - mean(pre[both])), beyond = mean((post - pre)[both]) - 0.26 * (70.7 - mean(pre[both]))),
  reliable_change = list(up = sum(rc > 1.96), down = sum(rc < -1.96), no = sum(abs(rc) <= 1.96), needed = 1.96 * sd(pre[both]) * sqrt(2 * (1 - alpha))),
  pairing = apart
), digits = NA, auto_unbox = TRUE, na = "null"))
