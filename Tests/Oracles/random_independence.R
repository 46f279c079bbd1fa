# Tests of independence by the package survey (Lumley): svychisq with the correction of second order, for
# random_independence.py. Reads requests.tsv and writes answers.tsv in the folder that is given: a line for
# each request with the units of the table, F, its degrees of freedom and the probability.

suppressPackageStartupMessages(library(survey))
options(digits = 17)

folder <- commandArgs(trailingOnly = TRUE)[1]
output <- file(file.path(folder, "answers.tsv"), "w")

design_of <- function(path, weight, population, kind, margins) {
  units <- read.csv(path, colClasses = "character")
  units$w <- if (weight == ".") 1 else as.numeric(units[[weight]])
  if (population == ".") {
    design <- svydesign(ids = ~1, weights = ~w, data = units)
  } else {
    units$size <- as.numeric(population)
    design <- svydesign(ids = ~1, weights = ~w, fpc = ~size, data = units)
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

for (line in readLines(file.path(folder, "requests.tsv"))) {
  request <- strsplit(line, "\t", fixed = TRUE)[[1]]
  design <- design_of(request[1], request[4], request[5], request[6], request[7])
  rows <- as.character(design$variables[[request[2]]])
  columns <- as.character(design$variables[[request[3]]])
  inside <- rows != "" & columns != ""
  if (length(unique(rows[inside])) < 2 || length(unique(columns[inside])) < 2) {
    cat("none\n", file = output)
    next
  }
  # Blanks are left out by svychisq itself, which takes them for missing; what nobody has who answered
  # both is no row or column.
  design$variables$rows <- factor(ifelse(inside, rows, NA))
  design$variables$columns <- factor(ifelse(inside, columns, NA))
  found <- tryCatch(
    suppressWarnings(svychisq(~rows + columns, design, statistic = "F")), error = function(e) NULL)
  if (is.null(found) || !is.finite(found$statistic)) {
    cat("none\n", file = output)
  } else {
    cat(sum(inside), formatC(c(found$statistic, found$parameter, found$p.value), digits = 17, format = "g"),
        sep = "\t", file = output)
    cat("\n", file = output)
  }
}
close(output)
