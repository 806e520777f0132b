# Wilcoxon's signed-rank test of 2100 changes with ties and zeros, by the normal curve. The same changes are made in
# test/kasam/change-large.test.ts: three items of SOC-13 that are not reversed, 4 each before.
i <- 1:2100
change <- (2 + (i * i) %% 7) + (2 + (i * 3) %% 5 + (i %% 40 == 0)) + (3 + (i %/% 7) %% 3) - 12
test <- suppressWarnings(wilcox.test(change[change != 0], exact = FALSE, correct = TRUE))
t <- t.test(change)
cat(sprintf(
  '{ "n": %d, "change": %.15g, "t": %.15g, "v": %.15g, "p": %.15g }\n',
  length(change), mean(change), unname(t$statistic), unname(test$statistic), test$p.value
))
