replies
workbook form.xlsx Questions choices
rapporteur new --pipeline Pipelines/draft --input Input/draft --from Input/small/replies-1.csv --form form.xlsx
