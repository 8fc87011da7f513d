# What a script in the room has: the tables that it may read, and a way to let results out.
# Everything that is saved or printed waits for a review by the data's owner.

bourse <- local({
  types <- c(STRING = "character", INTEGER = "numeric", DECIMAL = "numeric",
             DATE = "Date", TIMESTAMP = "character", BOOLEAN = "logical")

  # Names of the tables; what was sold is the first and called "data".
  tables <- function() c("data", sort(list.files("/data/tables")))

  folder <- function(of) {
    if (!(of %in% tables())) stop("there is no table ", of)
    if (of == "data") "/data" else file.path("/data/tables", of)
  }

  columns <- function(of = "data")
    read.csv(file.path(folder(of), "columns.csv"), stringsAsFactors = FALSE)

  # A table as a data.frame; times are POSIXct in UTC. Whole numbers are exact up to 2^53.
  table <- function(of = "data") {
    known <- columns(of)
    data <- read.csv(file.path(folder(of), "data.csv"), colClasses = unname(types[known$type]),
                     check.names = FALSE, na.strings = "", encoding = "UTF-8")
    for (i in which(known$type == "TIMESTAMP")) {
      data[[i]] <- as.POSIXct(data[[i]], tz = "UTC", tryFormats = c(
        "%Y-%m-%dT%H:%M:%OS", "%Y-%m-%dT%H:%M"))
    }
    data
  }

  json <- function(value) {
    if (is.null(value)) return("null")
    if (is.list(value) || length(value) != 1) {
      inner <- vapply(as.list(value), json, "")
      if (is.null(names(value))) return(paste0("[", paste(inner, collapse = ","), "]"))
      keys <- vapply(names(value), json, "")
      return(paste0("{", paste(keys, inner, sep = ":", collapse = ","), "}"))
    }
    if (is.na(value)) return("null")
    if (is.logical(value)) return(tolower(as.character(value)))
    if (is.numeric(value)) return(format(value, digits = 15))
    encodeString(as.character(value), quote = '"')
  }

  # Lets a result out: a data.frame as a table, raw bytes of a PNG picture, one text as text,
  # anything else as JSON.
  save <- function(name, value) {
    if (is.data.frame(value)) {
      lines <- capture.output(write.csv(value, row.names = FALSE, na = ""))
      kind <- "table"
      content <- charToRaw(paste0(paste(lines, collapse = "\n"), "\n"))
    } else if (is.raw(value)) {
      kind <- "png"
      content <- value
    } else if (is.character(value) && length(value) == 1) {
      kind <- "text"
      content <- charToRaw(enc2utf8(value))
    } else {
      kind <- "json"
      content <- charToRaw(enc2utf8(json(value)))
    }
    out <- file("/work/.results", "ab")
    on.exit(close(out))
    writeBin(charToRaw(sprintf("BOURSE/1 %s %s %d\n", kind, name, length(content))), out)
    writeBin(content, out)
    writeBin(charToRaw("\n"), out)
    invisible(NULL)
  }

  list(tables = tables, columns = columns, table = table, save = save)
})

source("/job/script", encoding = "UTF-8")
