replies
stages
echo mine > Output/small/published/notes.txt
stages
