# Makes statistics.json: what R says about the statistics of samples, scales and units, on data made here and on R's own.
# Run: Rscript statistics.R > statistics.json
# Needs jsonlite, psych, coin, exactRankTests and epitools (Debian: r-cran-jsonlite, r-cran-psych, r-cran-coin,
# r-cran-exactranktests, r-cran-epitools) as oracles.
options(digits = 15, warn = 1)
suppressMessages({library(jsonlite); library(psych); library(coin); library(exactRankTests); library(epitools)})
set.seed(20260219)
O <- list()
row <- function(table) unname(lapply(seq_len(nrow(table)), function(i) as.numeric(table[i, ])))

# Funnel limits, straight from Spiegelhalter's definition.
funnel <- function(target, n, p) {
  r <- qbinom(p, n, target)
  min(1, max(0, (r - (pbinom(r, n, target) - p) / dbinom(r, n, target)) / n))
}
cases <- expand.grid(target = c(0, 0.001, 0.0739161336176, 0.3, 0.5, 0.57, 0.9, 1), n = c(1, 2, 10, 27, 38, 64, 215, 1000, 50000), level = c(0.5, 0.95, 0.998))
cases$lower <- mapply(function(target, n, level) funnel(target, n, (1 - level) / 2), cases$target, cases$n, cases$level)
cases$upper <- mapply(function(target, n, level) funnel(target, n, 1 - (1 - level) / 2), cases$target, cases$n, cases$level)
O$funnel <- row(cases)

# Means.
samples <- list(c(1, 2), c(5, 5, 5.5), round(rnorm(12, 50, 9)), round(rnorm(200, 3.2, 0.7), 2), 1e9 + c(1, 2, 4, 8), sleep$extra)
O$mean_interval <- lapply(samples, function(x) lapply(c(0.8, 0.95, 0.998), function(level) {
  ci <- t.test(x, conf.level = level)$conf.int
  list(values = x, level = level, n = length(x), mean = mean(x), sd = sd(x), lower = ci[1], upper = ci[2])
}))
O$mean_interval <- do.call(c, O$mean_interval)

# Paired change. J by its gamma functions.
paired <- list(
  list(pre = sleep$extra[1:10], post = sleep$extra[11:20]),
  list(pre = c(40, 52, 61), post = c(44, 51, 70)),
  list(pre = c(1, 2), post = c(2, 5)),
  list(pre = round(rnorm(64, 120, 22)), post = round(rnorm(64, 126, 25))),
  list(pre = round(rnorm(400, 4, 1), 1), post = round(rnorm(400, 4.1, 1), 1)))
O$paired_change <- lapply(paired, function(d) {
  delta <- d$post - d$pre; n <- length(delta); df <- n - 1
  test <- t.test(d$post, d$pre, paired = TRUE, conf.level = 0.9)
  J <- exp(lgamma(df / 2) - lgamma((df - 1) / 2)) / sqrt(df / 2)
  dz <- mean(delta) / sd(delta)
  c(d, list(level = 0.9, n = n, mean_pre = mean(d$pre), mean_post = mean(d$post), change = mean(delta), sd = sd(delta),
    lower = test$conf.int[1], upper = test$conf.int[2], t = unname(test$statistic), df = df, p = test$p.value, dz = dz,
    g = if (n >= 3) J * dz else NA, dav = mean(delta) / sqrt((var(d$pre) + var(d$post)) / 2), r = cor(d$pre, d$post)))
})

# Wilcoxon: p from coin (exact, both ways with zeros), sums from their definition, limits from wilcox.test where there are
# neither ties nor zeros, and from wilcox.test's normal approximation above 50.
walsh <- function(d) { d <- d[d != 0]; o <- outer(d, d, "+") / 2; sort(o[lower.tri(o, diag = TRUE)]) }
drawn <- c(
  lapply(c(3, 5, 6, 7, 9, 14, 23, 40, 50), function(n) round(rnorm(n, 0.4, 2), 6)),
  lapply(c(4, 6, 9, 13, 20, 34, 48), function(n) sample(-4:6, n, replace = TRUE)),
  list(c(-1, -1, 2, 2, 2, 5), c(0, 0, 0, 1, 2, 3, -1), c(0, 0, 3), rep(c(-2, 1, 0), 20)))
sums <- function(d) { r <- rank(abs(d[d != 0])); p <- rank(abs(d)); c(drop = sum(r[d[d != 0] > 0]), pratt = sum(p[d > 0])) }
coin_p <- function(d, zeros) as.numeric(pvalue(wilcoxsign_test(d ~ rep(0, length(d)), distribution = "exact", zero.method = zeros)))
O$wilcoxon_exact <- lapply(Filter(function(d) sum(d != 0) >= 2, drawn), function(d) {
  simple <- !any(duplicated(abs(d))) && all(d != 0) && length(d) >= 6
  test <- if (simple) wilcox.test(d, conf.int = TRUE, exact = TRUE)
  list(differences = d, n = length(d), n_zero = sum(d == 0), v_drop = unname(sums(d)["drop"]), v_pratt = unname(sums(d)["pratt"]),
    p_drop = coin_p(d, "Wilcoxon"), p_pratt = coin_p(d, "Pratt"), estimate = median(walsh(d)),
    limits = if (simple) as.numeric(test$conf.int) else NULL)
})
normal_p <- function(v, r) { z <- v - sum(r) / 2; s <- sqrt(sum(r^2) / 4); z <- (z - sign(z) * 0.5) / s; 2 * min(pnorm(z), pnorm(z, lower.tail = FALSE)) }
O$wilcoxon_normal <- lapply(list(round(rnorm(51, 0.3, 1), 5), sample(-5:6, 90, replace = TRUE), round(rnorm(300, 0.1, 1), 1), rep(c(-3, 1, 2, 0), 40)), function(d) {
  s <- sums(d); ranked <- rank(abs(d))[d != 0]; w <- walsh(d); r <- rank(abs(d[d != 0]))
  p <- suppressWarnings(wilcox.test(d, exact = FALSE, correct = TRUE)$p.value)
  stopifnot(abs(p - normal_p(s["drop"], r)) < 1e-12)
  k <- ceiling(sum(r) / 2 - qnorm(0.975) * sqrt(sum(r^2) / 4) - 0.5)
  list(differences = d, n = length(d), n_zero = sum(d == 0), v_drop = unname(s["drop"]), v_pratt = unname(s["pratt"]), p_drop = p,
    p_pratt = normal_p(unname(s["pratt"]), ranked), estimate = median(w), limits = c(w[k], w[length(w) + 1 - k]))
})

# Scales. alpha by psych; omega from factanal, its optimum sharpened by Newton steps on the likelihood itself.
make_scale <- function(n, loadings, noise, points) {
  f <- rnorm(n)
  sapply(seq_along(loadings), function(i) { x <- loadings[i] * f + noise[i] * rnorm(n); if (points) pmin(7, pmax(1, round(4 + 1.3 * x))) else round(x, 4) })
}
scales <- list(
  attitude = as.matrix(attitude),
  three = make_scale(80, c(0.9, 0.7, 0.6), c(0.5, 0.6, 0.8), FALSE),
  soc13 = make_scale(150, runif(13, 0.4, 0.9), runif(13, 0.5, 1), TRUE),
  soc29 = make_scale(220, runif(29, 0.3, 0.9), runif(29, 0.6, 1.1), TRUE),
  triple = make_scale(120, c(0.7, 0.6, 0.65), c(0.7, 0.8, 0.7), FALSE),
  uneven = make_scale(60, c(0.9, 0.8, -0.5, 0.7, 0.2), c(0.5, 2, 0.5, 0.9, 1), FALSE),
  negative = make_scale(40, c(0.8, -0.7, 0.6, -0.9), c(0.6, 0.6, 0.6, 0.6), TRUE))
omega <- function(X) {
  S <- cov(X); R <- cor(X); k <- ncol(X); fa <- factanal(covmat = R, n.obs = nrow(X), factors = 1, rotation = "none")
  minus <- function(q) { l <- q[1:k]; Sigma <- tcrossprod(l) + diag(q[k + 1:k]); sum(log(eigen(Sigma, TRUE, TRUE)$values)) + sum(diag(solve(Sigma, R))) }
  slope <- function(q) { l <- q[1:k]; W <- solve(tcrossprod(l) + diag(q[k + 1:k])); A <- W - W %*% R %*% W; c(2 * A %*% l, diag(A)) }
  q <- c(fa$loadings[, 1], fa$uniquenesses)
  for (i in 1:8) {
    H <- sapply(1:(2 * k), function(j) { h <- 1e-5; e <- replace(numeric(2 * k), j, h); (slope(q + e) - slope(q - e)) / (2 * h) })
    q <- q - solve((H + t(H)) / 2, slope(q))
  }
  # The likelihood is greatest with a variance below zero: no proper solution (a Heywood case).
  if (any(q[k + 1:k] <= 0) || min(fa$uniquenesses) < 0.0051) return(NA)
  stopifnot(max(abs(slope(q))) < 1e-12, max(abs(q[k + 1:k] - fa$uniquenesses)) < 1e-3)
  l <- q[1:k] * sqrt(diag(S)); u <- q[k + 1:k] * diag(S)
  sum(l)^2 / (sum(l)^2 + sum(u))
}
O$scales <- lapply(scales, function(X) {
  capture.output(a <- suppressWarnings(psych::alpha(X, check.keys = FALSE)))
  n <- nrow(X); k <- ncol(X); raw <- a$total$raw_alpha
  feldt <- 1 - (1 - raw) * qf(c(0.975, 0.025), n - 1, (n - 1) * (k - 1))
  by_psych <- alpha.ci(raw, n, k, digits = 12)
  stopifnot(abs(by_psych$lower.ci - feldt[1]) < 1e-9, abs(by_psych$upper.ci - feldt[2]) < 1e-9)
  list(answers = unname(X), n = n, k = k, alpha = raw, standardised = a$total$std.alpha, average_r = a$total$average_r, lower = feldt[1], upper = feldt[2], omega = omega(X))
})

# Beta-binomial: where both derivatives of the log-likelihood are zero, by Newton on (log alpha, log beta).
bb_fit <- function(y, n) {
  minus <- function(q) { a <- exp(q[1]); b <- exp(q[2]); -sum(lbeta(a + y, b + n - y) - lbeta(a, b)) }
  slope <- function(q) { a <- exp(q[1]); b <- exp(q[2]); s <- digamma(a + b) - digamma(a + b + n)
    c(a * sum(digamma(a + y) - digamma(a) + s), b * sum(digamma(b + n - y) - digamma(b) + s)) }
  q <- optim(c(0, 1), minus, method = "BFGS", control = list(reltol = 1e-15, maxit = 1000))$par
  for (i in 1:20) { H <- sapply(1:2, function(j) { e <- replace(c(0, 0), j, 1e-5); (slope(q + e) - slope(q - e)) / 2e-5 }); q <- q - solve(H, slope(q)) }
  exp(q)
}
units <- list(
  surgical = list(k = c(0, 18, 8, 46, 8, 13, 9, 31, 14, 8, 29, 24), n = c(47, 148, 119, 810, 211, 196, 148, 215, 207, 97, 256, 360)),
  municipalities = list(k = c(24, 4, 31, 8, 30, 11), n = c(38, 10, 52, 20, 41, 27)),
  spread = list(k = c(1, 19, 4, 30, 2, 55), n = c(20, 20, 33, 31, 60, 70)),
  singles = list(k = rbinom(60, 3, rbeta(60, 2, 3)), n = rep(3, 60)),
  large = list(k = rbinom(15, 20000, rbeta(15, 40, 60)), n = rep(20000, 15)))
O$beta_binomial <- lapply(units, function(u) { ab <- bb_fit(u$k, u$n); c(u, list(alpha = ab[1], beta = ab[2], mean = ab[1] / sum(ab))) })

cases <- expand.grid(k = c(0, 1, 7), n = c(0, 7, 50), alpha = c(0.4, 8.25), beta = c(1, 99.6), level = c(0.8, 0.95))
cases <- cases[cases$k <= cases$n, ]
a <- cases$alpha + cases$k; b <- cases$beta + cases$n - cases$k
O$shrunk_rate <- row(cbind(cases, a / (a + b), qbeta((1 - cases$level) / 2, a, b), qbeta((1 - cases$level) / 2, a, b, lower.tail = FALSE)))

O$overdispersion <- lapply(units, function(u) {
  Y <- asin(sqrt(u$k / u$n)); t0 <- asin(sqrt(sum(u$k) / sum(u$n))); s <- 1 / (2 * sqrt(u$n)); z <- (Y - t0) / s
  q <- quantile(z, c(0.1, 0.9)); phi <- mean(pmin(pmax(z, q[1]), q[2])^2); I <- length(z)
  c(u, list(phi = phi, tau2 = max(0, (I * phi - (I - 1)) / (sum(1 / s^2) - sum(1 / s^4) / sum(1 / s^2)))))
})

# Standardisation: epitools for the direct rate, poisson.test for the exact limits of the ratio.
strata <- list(
  list(k = c(12, 9, 4), n = c(30, 41, 22), weight = c(200, 350, 150), reference = c(0.3, 0.25, 0.4)),
  list(k = c(0, 0, 0), n = c(8, 5, 13), weight = c(1, 1, 2), reference = c(0.1, 0.2, 0.05)),
  list(k = c(0, 1), n = c(40, 900), weight = c(0.5, 0.5), reference = c(0.01, 0.002)),
  list(k = c(107, 141, 60, 40, 39, 25), n = c(230061, 329449, 114920, 39487, 14208, 3052), weight = c(63986.6, 186263.6, 157302.2, 97647, 47572.6, 12262.6), reference = c(4e-4, 5e-4, 6e-4, 1e-3, 3e-3, 8e-3)),
  list(k = c(22179, 13461), n = c(1019504, 142532), weight = c(3, 1), reference = c(0.02, 0.1)))
O$standardised <- lapply(strata, function(s) {
  d <- suppressWarnings(ageadjust.direct(s$k, s$n, stdpop = s$weight, conf.level = 0.95))
  wm <- max(s$weight / sum(s$weight) / s$n); v <- sum((s$weight / sum(s$weight) / s$n)^2 * s$k)
  rate <- unname(d["adj.rate"])
  e <- sum(s$n * s$reference); i <- poisson.test(sum(s$k), e)
  c(s, list(rate = rate, rate_lower = if (rate > 0) unname(d["lci"]) else 0,
    rate_upper = qgamma(0.025, (rate + wm)^2 / (v + wm^2), scale = (v + wm^2) / (rate + wm), lower.tail = FALSE),
    ratio = sum(s$k) / e, ratio_lower = i$conf.int[1], ratio_upper = i$conf.int[2]))
})

p <- list(c(0.01, 0.04, 0.03, 0.5), c(0.2, NA, 0.001, 0.001, NA, 0.9), c(1, 1, 0), numeric(0), round(runif(40)^3, 6))
O$adjust_p <- lapply(p, function(p) list(p = p, holm = p.adjust(p, "holm"), bh = p.adjust(p, "BH"), bonferroni = p.adjust(p, "bonferroni")))

cat(toJSON(O, auto_unbox = TRUE, digits = I(16), na = "null", null = "null"), "\n")
