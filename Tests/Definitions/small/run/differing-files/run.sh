mkdir exports
printf '%s\n' Who,Received,law Ann,2024-05-01,Yes Bob,2024-05-02,No > exports/a.csv
printf '%s\n' Nom,Couleur,Taille,Prix x,y,1,2 z,w,3,4 > exports/b.csv
rapporteur new --pipeline Pipelines/draft --input Input/draft --from exports
