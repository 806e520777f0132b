# Makes distributions.json: what R says about the distributions, the intervals for shares and the binomial test, mostly
# where it is hard to be right. Base R only. Run: Rscript distributions.R > distributions.json
#
# Where R itself rounds away digits, the value is made from an R function that does not:
# - pt() is a normal approximation above 4e5 degrees of freedom, so Student's t is made from pbeta() and qbeta();
# - Wilson's limits are written so that nothing cancels, and checked against prop.test() here.
options(digits = 17, warn = 1)
set.seed(20260218)

number <- function(x) ifelse(is.na(x), "null", sprintf("%.17g", x))
rows <- function(...) {
  table <- data.frame(...)
  lines <- apply(sapply(table, number), 1, function(row) paste0("[", paste(row, collapse = ","), "]"))
  paste0("[\n", paste(lines, collapse = ",\n"), "\n]")
}
sections <- list()
# A section has one row a case: the arguments, and last the value. Rows that R cannot answer are left out.
add <- function(name, ...) {
  table <- data.frame(...)
  table <- table[is.finite(table[[ncol(table)]]), ]
  sections[[name]] <<- do.call(rows, as.list(table))
}

tails <- c(1e-300, 1e-200, 1e-100, 1e-50, 1e-20, 1e-12, 1e-8, 1e-5, 1e-3, 0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.4, 0.45, 0.499)
p <- c(tails, 0.5, 1 - rev(tails[tails >= 1e-12]))

# R answers 0 below -37.52, where the truth can still be written as a (subnormal) number.
z <- c(-37.5, seq(-37, 9, by = 0.25), -2.0000001, -1.9999999, 1e-10, -1e-300, runif(40, -8, 8))
add("normal_cdf", z, pnorm(z))
q <- c(p, runif(60), 0.075, 0.925, exp(-25), exp(-25.001), 5e-324)
add("normal_quantile", q, qnorm(q))

df <- c(0.5, 0.9, 1, 1.5, 2, 3, 4.7, 9, 10, 29, 30, 63, 100, 999.5, 1e4, 4e5, 1e6)
upper_t <- function(t, df) ifelse(t^2 < df,
  pbeta(t^2 / (df + t^2), 0.5, df / 2, lower.tail = FALSE),
  pbeta(df / (df + t^2), df / 2, 0.5)) / 2
cases <- expand.grid(t = c(1e-200, 1e-8, 0.01, 0.3, 1, 1.5, 2, 3, 5, 12, 36, 1e3, 1e8, 1e40), df = df)
cases$value <- upper_t(cases$t, cases$df)
cases <- cases[cases$value > 1e-300, ]
stopifnot(all(abs(cases$value / pt(-cases$t, cases$df) - 1)[cases$df < 4e5 & cases$t < 100] < 1e-9))
add("student_t_cdf", t = -cases$t, cases$df, cases$value)
cases <- expand.grid(p = tails, df = df)
# The quantile from whichever tail of T^2/(df + T^2) is the fine one.
quantile_t <- function(p, df) {
  centre <- qbeta(1 - 2 * p, 0.5, df / 2)
  far <- qbeta(2 * p, df / 2, 0.5)
  -ifelse(p > 0.25, sqrt(df * centre / (1 - centre)), sqrt(df * (1 - far) / far))
}
cases$value <- quantile_t(cases$p, cases$df)
cases$back <- abs(upper_t(-cases$value, cases$df) / cases$p - 1)
cases <- cases[is.finite(cases$value) & cases$back < 1e-10, ]
add("student_t_quantile", cases$p, cases$df, cases$value)

shape <- c(0.01, 0.1, 0.5, 1, 1.7, 5, 30, 210.5, 3000, 1e5)
cases <- expand.grid(q = c(1e-250, 1e-30, 1e-6, 0.001, 0.1, 0.5, 0.9, 0.9999), a = shape, b = shape)
cases$x <- suppressWarnings(qbeta(cases$q, cases$a, cases$b))
cases <- cases[cases$x > 1e-290 & cases$x < 1, ]
add("beta_cdf", cases$x, cases$a, cases$b, pbeta(cases$x, cases$a, cases$b))
x <- runif(200); a <- exp(runif(200, log(0.01), log(300))); b <- exp(runif(200, log(0.01), log(300)))
add("beta_cdf_random", x, a, b, pbeta(x, a, b))
cases$back <- abs(pbeta(cases$x, cases$a, cases$b) / cases$q - 1)
cases <- cases[cases$back < 1e-9, ]
add("beta_quantile", cases$q, cases$a, cases$b, cases$x)

n <- c(1, 2, 10, 38, 64, 255, 1000, 12345, 1e6)
cases <- expand.grid(n = n, p = c(1e-9, 1e-4, 0.01, 0.3, 0.5, 0.57, 0.99, 0.999999), step = c(-30, -6, -2, -0.5, 0, 0.7, 3, 8))
cases$k <- pmin(cases$n, pmax(0, floor(cases$n * cases$p + cases$step * sqrt(cases$n * cases$p * (1 - cases$p)))))
cases <- unique(cases[, c("k", "n", "p")])
value <- pbinom(cases$k, cases$n, cases$p)
add("binomial_cdf", cases$k[value > 1e-300], cases$n[value > 1e-300], cases$p[value > 1e-300], value[value > 1e-300])

test <- function(k, n, p, tail) binom.test(k, n, p, alternative = c(two = "two.sided", greater = "greater", less = "less")[[tail]])$p.value
for (tail in c("two", "greater", "less")) {
  value <- mapply(test, cases$k, cases$n, cases$p, tail)
  kept <- value > 1e-300
  add(paste0("binomial_test_", tail), cases$k[kept], cases$n[kept], cases$p[kept], value[kept])
}
# Symmetric cases, where outcomes on both sides are exactly as likely and only rounding could part them.
ties <- do.call(rbind, lapply(c(1, 2, 9, 10, 33, 100, 1001, 100000), function(n) data.frame(k = unique(round(n * c(0, 0.1, 0.3, 0.45, 0.49, 0.5, 0.55, 0.9, 1))), n = n)))
value <- mapply(test, ties$k, ties$n, 0.5, "two")
add("binomial_test_ties", ties$k[value > 1e-300], ties$n[value > 1e-300], 0.5, value[value > 1e-300])

wilson <- function(k, n, level) {
  z <- qnorm((1 - level) / 2, lower.tail = FALSE)
  s <- k / n
  middle <- s + z^2 / (2 * n) + z * sqrt(s * (1 - s) / n + z^2 / (4 * n^2))
  cbind(s^2 / middle, ifelse(k == n, 1, middle / (1 + z^2 / n)))
}
shares <- expand.grid(n = c(1, 2, 5, 10, 20, 29, 38, 64, 255, 1000, 12345, 1e6), share = c(0, 1e-5, 0.03, 0.2, 0.5, 0.63, 0.9, 0.99, 1), level = c(0.5, 0.8, 0.95, 0.998, 0.999999))
shares$k <- round(shares$n * shares$share)
shares <- unique(shares[, c("k", "n", "level")])
limits <- wilson(shares$k, shares$n, shares$level)
by_prop_test <- suppressWarnings(t(mapply(function(k, n, level) prop.test(k, n, conf.level = level, correct = FALSE)$conf.int, shares$k, shares$n, shares$level)))
stopifnot(max(abs(limits - by_prop_test)) < 1e-14 * 1000)
add("wilson_lower", shares$k, shares$n, shares$level, limits[, 1])
add("wilson_upper", shares$k, shares$n, shares$level, limits[, 2])
exact <- t(mapply(function(k, n, level) binom.test(k, n, conf.level = level)$conf.int, shares$k, shares$n, shares$level))
add("clopper_pearson_lower", shares$k, shares$n, shares$level, exact[, 1])
add("clopper_pearson_upper", shares$k, shares$n, shares$level, exact[, 2])

pairs <- expand.grid(n1 = c(1, 7, 38, 1000), s1 = c(0, 0.3, 0.6, 1), n2 = c(2, 10, 64, 1e5), s2 = c(0, 0.25, 0.5, 1), level = c(0.9, 0.95))
pairs$k1 <- round(pairs$n1 * pairs$s1); pairs$k2 <- round(pairs$n2 * pairs$s2)
w1 <- wilson(pairs$k1, pairs$n1, pairs$level); w2 <- wilson(pairs$k2, pairs$n2, pairs$level)
p1 <- pairs$k1 / pairs$n1; p2 <- pairs$k2 / pairs$n2
add("newcombe_lower", pairs$k1, pairs$n1, pairs$k2, pairs$n2, pairs$level, p1 - p2 - sqrt((p1 - w1[, 1])^2 + (w2[, 2] - p2)^2))
add("newcombe_upper", pairs$k1, pairs$n1, pairs$k2, pairs$n2, pairs$level, p1 - p2 + sqrt((w1[, 2] - p1)^2 + (p2 - w2[, 1])^2))

cat("{\n", paste0("\"", names(sections), "\": ", sections, collapse = ",\n"), "\n}\n", sep = "")
