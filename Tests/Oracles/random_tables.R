# The estimates that random_tables_inference.py asks for, by the package survey (Lumley), by
# prop.test and by t.test. Reads requests.tsv and writes answers.tsv in the folder that is given.
#
# A share's interval is Wilson's for n = p (1 - p) / V, where V is the linearized variance of
# survey without its factor n / (n - 1). Where p is 0 or 1 the variance says nothing, and n is
# Kish's effective size of the base, without the part of the population that was drawn. A mean's
# interval is Student's with the factor of the domain's own units in place of that of the sample.

suppressPackageStartupMessages(library(survey))
options(survey.lonely.psu = "adjust", digits = 17)

folder <- commandArgs(trailingOnly = TRUE)[1]
requests <- strsplit(readLines(file.path(folder, "requests.tsv")), "\t", fixed = TRUE)
designs <- list()
estimates <- new.env()
output <- file(file.path(folder, "answers.tsv"), "w")

put <- function(id, key, value) {
  if (is.numeric(value)) value <- formatC(value, digits = 17, format = "g")
  cat(id, "\t", key, "\t", value, "\n", sep = "", file = output)
}

numbers <- function(text) as.numeric(strsplit(text, ",", fixed = TRUE)[[1]])

# Raking as calibration with multiplicative weights: the limit of fitting one variable after the other.
# Its variance takes the regression on all codes out, where rake() takes out the means of each
# variable in turn, ten times.
rake_to <- function(design, margins) {
  total <- c(`(Intercept)` = sum(margins[[1]]$total))
  for (name in names(margins)) {
    others <- margins[[name]][-1, ]
    if (nrow(others) > 0) total <- c(total, setNames(others$total, paste0(name, others$code)))
  }
  told <- names(margins)[sapply(margins, nrow) > 1]
  if (length(told) == 0) told <- "1"
  calibrate(design, reformulate(told), total, calfun = "raking", epsilon = 1e-14, maxit = 1000)
}

read_design <- function(number, population, confidence, adjust) {
  units <- read.delim(file.path(folder, paste0("design", number, ".tsv")), colClasses = "character")
  units$weight <- as.numeric(units$weight)
  strata <- read.delim(file.path(folder, paste0("strata", number, ".tsv")), colClasses = c("character", "numeric"))
  margins <- read.delim(
    file.path(folder, paste0("margins", number, ".tsv")), colClasses = c("character", "character", "numeric"))
  margins <- split(margins, margins$variable)
  for (name in names(margins)) units[[name]] <- factor(units[[name]], levels = margins[[name]]$code)
  units$y <- 0
  units$size <- as.numeric(population)
  finite <- population != ""
  if (finite) {
    design <- svydesign(ids = ~1, weights = ~weight, fpc = ~size, data = units)
  } else {
    design <- svydesign(ids = ~1, weights = ~weight, data = units)
  }
  if (nrow(strata) > 0) design <- postStratify(design, ~stratum, strata)
  if (length(margins) > 0) design <- rake_to(design, margins)
  list(
    design = design, n = nrow(units), plain = nrow(strata) == 0 && length(margins) == 0 && all(units$weight == 1),
    weights = weights(design), level = 1 - as.numeric(confidence) / 100,
    uncovered = if (finite) 1 - nrow(units) / as.numeric(population) else 1,
    adjusted = adjust == "bonferroni"
  )
}

estimate <- function(d, index, values, is_mean) {
  sample <- d$design
  sample$variables$y[index] <- values
  domain <- sample[index, ]
  result <- svymean(~y, domain)
  w <- d$weights[index]
  e <- list(value = as.numeric(coef(result)), values = values, domain = domain, w = w)
  linear <- as.numeric(vcov(result)) * (d$n - 1) / d$n
  if (is_mean) {
    n <- length(values)
    e$variance <- linear * n / (n - 1)
    e$freedom <- n - 1
  } else if (all(values == values[1])) {
    e$value <- values[1]
    e$n <- sum(w)^2 / sum(w^2) / d$uncovered
  } else {
    e$n <- e$value * (1 - e$value) / max(linear, 0)
  }
  e
}

limits <- function(id, e, d, is_mean) {
  if (is_mean) {
    if (length(e$values) < 2) return()
    reach <- qt(1 - d$level / 2, e$freedom) * sqrt(e$variance)
    put(id, "lower-limit", e$value - reach)
    put(id, "upper-limit", e$value + reach)
  } else {
    z2 <- qnorm(1 - d$level / 2)^2 / e$n
    center <- (e$value + z2 / 2) / (1 + z2)
    reach <- sqrt(z2 * (e$value * (1 - e$value) + z2 / 4)) / (1 + z2)
    put(id, "lower-limit", 100 * max(0, center - reach))
    put(id, "upper-limit", 100 * min(1, center + reach))
  }
}

moments <- function(id, e, d) {
  put(id, "sum", as.numeric(coef(svytotal(~y, e$domain))))
  n <- length(e$values)
  if (d$plain) {
    quartiles <- quantile(e$values, c(0.25, 0.5, 0.75), type = 2)
    if (n > 1) put(id, "standard-deviation", sd(e$values))
  } else {
    quartiles <- coef(svyquantile(~y, e$domain, c(0.25, 0.5, 0.75), qrule = "hf2", se = FALSE, ci = FALSE))
    if (n > 1) put(id, "standard-deviation", sqrt(as.numeric(svyvar(~y, e$domain))))
  }
  for (i in 1:3) put(id, paste0("q", i), as.numeric(quartiles[i]))
}

# The probability of so large a difference by chance.
chance <- function(a, b, is_mean, is_plain) {
  if (is_plain && is_mean) {
    if (var(a$values) + var(b$values) > 0) return(t.test(a$values, b$values)$p.value)
  } else if (is_plain) {
    x <- c(sum(a$values), sum(b$values))
    n <- c(length(a$values), length(b$values))
    if (sum(x) == 0 || sum(x) == sum(n)) return(1)
    return(suppressWarnings(prop.test(x, n, correct = FALSE)$p.value))
  }
  if (is_mean) {
    variance <- a$variance + b$variance
    if (variance < 1e-24) return(if (abs(a$value - b$value) < 1e-12) 1 else 0)
    freedom <- variance^2 / (a$variance^2 / a$freedom + b$variance^2 / b$freedom)
    return(2 * pt(-abs(a$value - b$value) / sqrt(variance), freedom))
  }
  if (abs(a$value - b$value) < 1e-12) return(1)
  total <- 1 / a$n + 1 / b$n
  pooled <- (a$value / b$n + b$value / a$n) / total
  if (!is.finite(pooled) || pooled <= 0 || pooled >= 1) return(0)
  2 * pnorm(-abs(a$value - b$value) / sqrt(pooled * (1 - pooled) * total))
}

compare <- function(d, ids, is_mean, is_plain) {
  level <- d$level
  pairs <- length(ids) * (length(ids) - 1) / 2
  if (d$adjusted && pairs > 1) level <- level / pairs
  for (id in ids) {
    own <- estimates[[id]]
    lower <- Filter(function(other) {
      e <- estimates[[other]]
      own$value > e$value && chance(own, e, is_mean, is_plain) < level
    }, setdiff(ids, id))
    put(id, "higher", paste(lower, collapse = ","))
  }
}

for (request in requests) {
  kind <- request[1]
  if (kind == "design") {
    designs[[request[2]]] <- do.call(read_design, as.list(request[2:5]))
  } else if (kind == "compare") {
    ids <- if (request[4] == ".") character() else strsplit(request[4], ",", fixed = TRUE)[[1]]
    compare(designs[[request[2]]], ids, request[3] == "mean", request[5] == "plain")
  } else {
    d <- designs[[request[3]]]
    is_mean <- kind == "mean"
    e <- estimate(d, numbers(request[4]), numbers(request[5]), is_mean)
    put(request[2], "mean", e$value)
    limits(request[2], e, d, is_mean)
    if (is_mean) moments(request[2], e, d)
    e$domain <- NULL
    estimates[[request[2]]] <- e
  }
}
close(output)
