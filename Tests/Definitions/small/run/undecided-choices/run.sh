mkdir form
printf 'type,name,label\ntext,who,Who are you?\nselect_one kids,kids,How many children?\n' > form/survey.csv
printf 'list_name,name,label\nkids,1,0\nkids,2,1\nkids,3,2\nkids,4,3+\n' > form/choices.csv
printf 'who,kids\na,1\nb,2\nc,2\nd,1\n' > export.csv
rapporteur new --pipeline Pipelines/kids --input Input/kids --from export.csv --form form/survey.csv --unit who
