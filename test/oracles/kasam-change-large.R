# Wilcoxon's signed-rank test of 2100 changes with ties and zeros, by the normal curve; the middle of all averages of two changes
# that are not zero, and its limits at the quantiles of the same curve, by writing all averages out; t intervals of the change and of
# the later mean. The same changes are made in test/kasam/change-large.test.ts: three items of SOC-13 that are not reversed, 4
# each before.
i <- 1:2100
later <- (2 + (i * i) %% 7) + (2 + (i * 3) %% 5 + (i %% 40 == 0)) + (4 + (i %/% 7) %% 3) + 10 * 4
change <- later - 13 * 4
moved <- change[change != 0]
test <- suppressWarnings(wilcox.test(moved, exact = FALSE, correct = TRUE))
t <- t.test(change)
sums <- outer(moved, moved, "+") / 2
walsh <- sort(sums[lower.tri(sums, diag = TRUE)])
ranks <- rank(abs(moved))
k <- ceiling(sum(ranks) / 2 - qnorm(0.975) * sqrt(sum(ranks^2)) / 2 - 0.5)
after <- t.test(later)$conf.int
cat(sprintf(
  '{ "n": %d, "change": %.15g, "t": %.15g, "v": %.15g, "p": %.15g, "hl": [%.15g, %.15g, %.15g], "mean_post": [%.15g, %.15g, %.15g] }\n',
  length(change), mean(change), unname(t$statistic), unname(test$statistic), test$p.value,
  median(walsh), walsh[k], walsh[length(walsh) + 1 - k], mean(later), after[1], after[2]
))
