draft <<'END'
R1,2024-05-01,manager
R2,2024-05-02,expert
R3,2024-05-03,manager
END
