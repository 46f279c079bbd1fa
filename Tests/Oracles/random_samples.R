# Random samples by the package survey (Lumley), for random_samples.py: tests of independence (svychisq with
# the correction of second order), limits and comparisons of columns. Reads requests.tsv and writes
# answers.tsv in the folder that is given, a line for each request:
#
# test: the units of the table, F, its degrees of freedom and the probability
# share, mean: for each column the lower and the upper limit or -, and then for each two columns of which one
#   is higher "higher:lower:probability"
#
# The interval of a share is Wilson's with n = p (1 - p) / V and Student's quantile, of a mean Student's, both
# with the clusters (or units) of the domain less their strata. Where p is 0 or 1, n is Kish's of the totals
# of clusters. Two columns are compared by the variance of their difference.

suppressPackageStartupMessages(library(survey))
options(digits = 17)

folder <- commandArgs(trailingOnly = TRUE)[1]
output <- file(file.path(folder, "answers.tsv"), "w")

pairs_of <- function(text) {
  parts <- do.call(rbind, strsplit(strsplit(text, ";")[[1]], ":"))
  setNames(as.numeric(parts[, 2]), parts[, 1])
}

design_of <- function(path, weight, population, kind, margins, strata, clusters, confidence) {
  units <- read.csv(path, colClasses = "character")
  units$w <- if (weight == ".") 1 else as.numeric(units[[weight]])
  units$drawn <- if (strata == ".") "all" else units[[strata]]
  units$cluster <- if (clusters == ".") seq_len(nrow(units)) else paste(units$drawn, units[[clusters]])
  units$y <- 0
  if (population == ".") {
    design <- svydesign(ids = ~cluster, strata = ~drawn, nest = TRUE, weights = ~w, data = units)
  } else {
    units$size <- if (grepl(":", population)) pairs_of(population)[units$drawn] else as.numeric(population)
    design <- svydesign(ids = ~cluster, strata = ~drawn, nest = TRUE, weights = ~w, fpc = ~size, data = units)
  }
  if (kind == ".") return(design)
  parts <- do.call(rbind, strsplit(strsplit(margins, ";")[[1]], ":"))
  known <- data.frame(variable = parts[, 1], code = parts[, 2], total = as.numeric(parts[, 3]))
  if (kind == "strata") {
    return(postStratify(design, ~region, data.frame(region = known$code, Freq = known$total)))
  }
  total <- c(`(Intercept)` = sum(known$total[known$variable == known$variable[1]]))
  told <- character()
  for (name in unique(known$variable)) {
    own <- known[known$variable == name, ]
    design$variables[[name]] <- factor(design$variables[[name]], levels = own$code)
    if (nrow(own) > 1) {
      told <- c(told, name)
      total <- c(total, setNames(own$total[-1], paste0(name, own$code[-1])))
    }
  }
  calibrate(design, reformulate(told), total, calfun = "raking", epsilon = 1e-14, maxit = 1000)
}


test <- function(design, rows, columns) {
  rows <- as.character(design$variables[[rows]])
  columns <- as.character(design$variables[[columns]])
  both <- rows != "" & columns != ""
  inside <- both & weights(design) > 0
  if (length(unique(rows[inside])) < 2 || length(unique(columns[inside])) < 2) return("none")
  # Blanks are left out by svychisq itself, which takes them for missing; what nobody has who answered
  # both is no row or column; and so is what weighs nothing, though its units are counted in others.
  design$variables$rows <- factor(ifelse(inside, rows, NA))
  design$variables$columns <- factor(ifelse(inside, columns, NA))
  found <- tryCatch(
    suppressWarnings(svychisq(~rows + columns, design, statistic = "F")), error = function(e) NULL)
  if (is.null(found) || !is.finite(found$statistic)) return("none")
  units <- sum(both & rows %in% rows[inside] & columns %in% columns[inside])
  c(units, trimws(formatC(c(found$statistic, found$parameter, found$p.value), digits = 17, format = "g")))
}

# The degrees of freedom that some units have.
freedom <- function(design, index) {
  units <- design$variables[index, ]
  length(unique(units$cluster)) - length(unique(units$drawn))
}

uncovered <- function(design) {
  units <- design$variables
  if (is.null(units$size)) return(setNames(rep(1, length(unique(units$drawn))), unique(units$drawn)))
  drawn <- tapply(units$cluster, units$drawn, function(x) length(unique(x)))
  sizes <- tapply(units$size, units$drawn, function(x) x[1])
  1 - drawn / sizes
}

limits <- function(design, index, is_mean, level) {
  if (length(index) == 0) return(NULL)
  df <- freedom(design, index)
  if (df <= 0) return(NULL)
  y <- design$variables$y[index]
  rest <- uncovered(design)
  if (is_mean && (length(y) < 2 || length(unique(y)) == 1 && any(rest > 0))) return(NULL)
  found <- svymean(~y, design[index, ])
  p <- as.numeric(coef(found))
  v <- as.numeric(vcov(found))
  t <- qt(1 - level / 2, df)
  if (is_mean) return(c(p - t * sqrt(v), p + t * sqrt(v)))
  if (all(y == y[1])) {
    p <- y[1]
    w <- weights(design)[index]
    units <- design$variables[index, ]
    sums <- tapply(w, paste(units$drawn, units$cluster, sep = "|"), sum)
    strata <- sub("[|].*", "", names(sums))
    v0 <- sum(rest[strata] * sums^2) / sum(w)^2
    if (v0 == 0) return(c(p, p) * 100)
    n <- 1 / v0
  } else if (v < 1e-28) {
    return(c(p, p) * 100)
  } else {
    n <- p * (1 - p) / v
  }
  z2 <- t^2 / n
  reach <- sqrt(z2 * (p * (1 - p) + z2 / 4)) / (1 + z2)
  center <- (p + z2 / 2) / (1 + z2)
  c(max(0, center - reach), min(1, center + reach)) * 100
}

# The probability of so large a difference where the columns are alike: svytotal of what each unit has to do
# with it, since svyby cannot give the covariances of domains of a design that is calibrated.
chance <- function(design, left, right) {
  y <- design$variables$y
  w <- weights(design)
  means <- sapply(list(left, right), function(index) weighted.mean(y[index], w[index]))
  if (abs(means[1] - means[2]) <= 1e-12 * abs(means[1])) return(1)
  design$variables$z <- 0
  design$variables$z[left] <- (y[left] - means[1]) / sum(w[left])
  design$variables$z[right] <- -(y[right] - means[2]) / sum(w[right])
  v <- as.numeric(vcov(svytotal(~z, design)))
  if (v < 1e-28) return(0)
  2 * pt(-abs(means[1] - means[2]) / sqrt(v), freedom(design, c(left, right)))
}

row_of <- function(design, is_mean, variable, row, base, column, codes, level) {
  given <- as.character(design$variables[[variable]])
  answered <- given != ""
  design$variables$y <- if (is_mean) as.numeric(ifelse(answered, given, 0)) else as.numeric(given == row)
  inside <- weights(design) > 0 & (answered | base == "respondents")
  indices <- if (column == ".") list(which(inside)) else
    lapply(strsplit(codes, ",")[[1]], function(code) {
      which(inside & as.character(design$variables[[column]]) == code)
    })
  found <- lapply(indices, function(index) limits(design, index, is_mean, level))
  told <- sapply(found, function(pair) {
    if (is.null(pair)) "-,-" else paste(trimws(formatC(pair, digits = 17, format = "g")), collapse = ",")
  })
  compared <- character()
  means <- sapply(indices, function(index) {
    if (length(index) == 0) NA else weighted.mean(design$variables$y[index], weights(design)[index])
  })
  if (column != ".") {
    for (i in seq_along(indices)) for (j in seq_along(indices)) {
      if (i != j && !is.null(found[[i]]) && !is.null(found[[j]]) && means[i] > means[j]) {
        p <- chance(design, indices[[i]], indices[[j]])
        compared <- c(compared, paste(i - 1, j - 1, trimws(formatC(p, digits = 17, format = "g")), sep = ":"))
      }
    }
  }
  c(paste(told, collapse = " "), paste(compared, collapse = " "))
}

designs <- list()
for (line in readLines(file.path(folder, "requests.tsv"))) {
  request <- strsplit(line, "\t", fixed = TRUE)[[1]]
  name <- request[1]
  if (is.null(designs[[name]])) designs[[name]] <- do.call(design_of, as.list(request[1:8]))
  level <- 1 - as.numeric(request[8]) / 100
  asked <- request[-(1:8)]
  answer <- if (asked[1] == "test") test(designs[[name]], asked[2], asked[3]) else
    row_of(designs[[name]], asked[1] == "mean", asked[2], asked[3], asked[4], asked[5], asked[6], level)
  cat(answer, sep = "\t", file = output)
  cat("\n", file = output)
}
close(output)
