# Makes comparison.json: what R says when the units of a programme are compared with each other and with the rest.
# Run: Rscript comparison.R > comparison.json
# Needs jsonlite and epitools. Newcombe's interval and the funnel are written out from their formulas, the rest is base R.
options(digits = 15, warn = 1)
suppressMessages(library(jsonlite))
z <- function(level) qnorm((1 + level) / 2)

wilson <- function(k, n, level = 0.95) {
  q <- z(level); p <- k / n
  centre <- (p + q^2 / (2 * n)) / (1 + q^2 / n)
  half <- q / (1 + q^2 / n) * sqrt(p * (1 - p) / n + q^2 / (4 * n^2))
  c(max(0, centre - half), min(1, centre + half))
}

# R. G. Newcombe (1998), Statistics in Medicine 17:873-890, method 10.
newcombe <- function(k1, n1, k2, n2) {
  p1 <- k1 / n1; p2 <- k2 / n2; d <- p1 - p2
  a <- wilson(k1, n1); b <- wilson(k2, n2)
  c(d - sqrt((p1 - a[1])^2 + (b[2] - p2)^2), d + sqrt((a[2] - p1)^2 + (p2 - b[1])^2))
}

# D. J. Spiegelhalter (2005): exact limits, interpolated; from ten units on with a variance between units.
exact_limit <- function(target, n, p) {
  r <- qbinom(p, n, target)
  min(1, max(0, (r - (pbinom(r, n, target) - p) / dbinom(r, n, target)) / n))
}
tau2 <- function(k, n) {
  distance <- (asin(sqrt(k / n)) - asin(sqrt(sum(k) / sum(n)))) * 2 * sqrt(n)
  limits <- quantile(distance, c(0.1, 0.9), type = 7)
  phi <- mean(pmin(pmax(distance, limits[1]), limits[2])^2)
  w <- 4 * n
  max(0, (length(k) * phi - (length(k) - 1)) / (sum(w) - sum(w^2) / sum(w)))
}
funnel_limit <- function(target, n, level, side, t2) {
  p <- if (side == "lower") (1 - level) / 2 else (1 + level) / 2
  if (t2 == 0) return(exact_limit(target, n, p))
  scaled <- asin(sqrt(target)) + qnorm(p) * sqrt(1 / (4 * n) + t2)
  sin(min(pi / 2, max(0, scaled)))^2
}

# Beta-binomial by maximum likelihood: log alpha and log beta by Nelder-Mead, then a quasi-Newton from there.
beta_binomial <- function(k, n) {
  minus <- function(x) -sum(lbeta(k + exp(x[1]), n - k + exp(x[2])) - lbeta(exp(x[1]), exp(x[2])))
  first <- optim(c(0, 0), minus, control = list(maxit = 5000, reltol = 1e-15))
  exp(nlm(minus, first$par, gradtol = 1e-12, steptol = 1e-14, iterlim = 1000)$estimate)
}

compare_shares <- function(name, k, n, spread) {
  K <- sum(k); N <- sum(n); target <- K / N
  t2 <- if (length(k) >= 10) tau2(k, n) else 0
  m <- n >= 10 & N - n >= 10
  ab <- if (spread) beta_binomial(k, n) else c(NA, NA)
  shrunk <- if (spread) (k + ab[1]) / (n + sum(ab)) else rep(target, length(k))
  beta_at <- function(p) qbeta(p, k + ab[1], n - k + ab[2])
  pooled <- wilson(K, N)
  p <- sapply(seq_along(k), function(i)
    if (m[i]) suppressWarnings(prop.test(c(k[i], K - k[i]), c(n[i], N - n[i]), correct = FALSE)$p.value) else NA)
  d <- lapply(seq_along(k), function(i) if (m[i]) newcombe(k[i], n[i], K - k[i], N - n[i]) else c(NA, NA))
  limit <- function(level, side) sapply(n, function(each) funnel_limit(target, each, level, side, t2))
  pairs <- which(upper.tri(diag(length(k))), arr.ind = TRUE)
  pairs <- pairs[order(pairs[, 1], pairs[, 2]), ]
  pp <- apply(pairs, 1, function(at) if (all(n[at] >= 10)) suppressWarnings(prop.test(k[at], n[at], correct = FALSE)$p.value) else NA)
  pd <- t(apply(pairs, 1, function(at) if (all(n[at] >= 10)) newcombe(k[at[1]], n[at[1]], k[at[2]], n[at[2]]) else c(NA, NA)))
  list(
    name = name, k = k, n = n, adjusted = t2 > 0, spread = spread,
    columns = list(
      programme = rep(target, length(k)),
      funnel_lower_95 = limit(0.95, "lower"), funnel_upper_95 = limit(0.95, "upper"),
      funnel_lower_998 = limit(0.998, "lower"), funnel_upper_998 = limit(0.998, "upper"),
      shrunk = shrunk,
      shrunk_lower = if (spread) beta_at(0.025) else rep(pooled[1], length(k)),
      shrunk_upper = if (spread) beta_at(0.975) else rep(pooled[2], length(k)),
      difference = ifelse(m, k / n - (K - k) / (N - n), NA),
      difference_lower = sapply(d, `[`, 1), difference_upper = sapply(d, `[`, 2),
      p = p, p_adjusted = p.adjust(p, "holm"),
      false_alarm = rep(1 - pbinom(0, sum(m), 0.05), length(k))
    ),
    pairs = list(a = pairs[, 1], b = pairs[, 2], difference_lower = pd[, 1], difference_upper = pd[, 2], p = pp, p_adjusted = p.adjust(pp, "holm"))
  )
}

compare_means <- function(name, values) {
  rest <- function(i) unlist(values[-i])
  m <- sapply(seq_along(values), function(i) length(values[[i]]) >= 10 && length(rest(i)) >= 10)
  test <- lapply(seq_along(values), function(i) if (m[i]) t.test(values[[i]], rest(i)) else NULL)
  of <- function(f) sapply(test, function(t) if (is.null(t)) NA else f(t))
  p <- of(function(t) t$p.value)
  list(
    name = name, values = values,
    columns = list(
      programme = rep(mean(unlist(values)), length(values)),
      difference = of(function(t) unname(t$estimate[1] - t$estimate[2])),
      difference_lower = of(function(t) t$conf.int[1]), difference_upper = of(function(t) t$conf.int[2]),
      p = p, p_adjusted = p.adjust(p, "holm")
    ),
    pairs = list(with(t.test(values[[1]], values[[2]]), list(a = 1, b = 2, lower = conf.int[1], p = p.value)))
  )
}

# One share per unit and stratum, made alike in mix. Fay and Feuer's limits are epitools', Poisson's base R's.
standardise <- function(name, k, n) {
  weight <- colSums(n); share <- colSums(k) / weight; all <- sum(k) / sum(n)
  unit <- function(i) {
    direct <- if (any(n[i, ] == 0)) rep(NA, 4) else epitools::ageadjust.direct(k[i, ], n[i, ], stdpop = weight)
    expected <- sum(n[i, ] * share)
    ratio <- c(sum(k[i, ]) / expected, poisson.test(sum(k[i, ]), expected)$conf.int)
    crude <- sum(k[i, ]) / sum(n[i, ])
    c(sum(n[i, ] == 0), direct[2], direct[3], min(1, direct[4]), direct[2] - crude, expected, ratio, pmin(1, ratio * all), ratio[1] * all - crude)
  }
  columns <- t(sapply(seq_len(nrow(n)), unit))
  colnames(columns) <- c("strata_empty", "direct", "direct_lower", "direct_upper", "moved", "expected", "ratio", "ratio_lower", "ratio_upper", "indirect", "indirect_lower", "indirect_upper", "moved_indirect")
  list(name = name, k = k, n = n, columns = as.list(as.data.frame(columns)))
}

set.seed(20261122)
O <- list(
  shares = list(
    # "Surgical" of the WinBUGS manual: twelve units, more spread than chance.
    compare_shares("surgical", c(0, 18, 8, 46, 8, 13, 9, 31, 14, 8, 29, 24), c(47, 148, 119, 810, 211, 196, 148, 215, 207, 97, 256, 360), TRUE),
    # Six small units that differ by less than chance, one of them too small to be compared.
    compare_shares("six alike", c(6, 10, 11, 17, 25, 4), c(12, 21, 27, 42, 64, 8), FALSE),
    # Six that differ, and all of a unit counted.
    compare_shares("six apart", c(12, 3, 22, 11, 40, 5), c(12, 21, 27, 42, 64, 25), TRUE)
  ),
  standardised = list(
    # Strata: women and men of two age groups. The last unit has no young men, and so no direct figure.
    standardise("sex and age",
      rbind(c(12, 9, 14, 6), c(3, 11, 8, 20), c(1, 0, 9, 7), c(0, 5, 0, 2)),
      rbind(c(30, 15, 25, 9), c(8, 24, 20, 41), c(2, 7, 12, 15), c(4, 6, 0, 10)))
  ),
  means = list(compare_means("scores", lapply(c(12, 31, 4, 15, 60), function(n) round(rnorm(n, 60 + n / 10, 12)))))
)
cat(toJSON(O, digits = NA, na = "null", auto_unbox = TRUE, pretty = TRUE))
