replies
: > Input/small/$'caf\xe9.csv'
stages
