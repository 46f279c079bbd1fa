draft <<'END'
Respondent,Topic,Answer
1,Law,Yes
1,Training,No
1,Data,Yes
2,Law,No
2,Training,No
2,Data,Yes
3,Law,Yes
3,Training,No
3,Data,No
END
