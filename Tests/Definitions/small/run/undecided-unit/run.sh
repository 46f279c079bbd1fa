draft <<'END'
Code,Received,Opinion
a,2024-05-01,good
b,2024-05-02,poor
a,2024-05-03,poor
c,2024-05-04,good
d,2024-05-05,good
END
