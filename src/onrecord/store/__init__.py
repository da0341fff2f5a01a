"""Where records are kept: the append-only ledger of a case, and incidents as a fold over it."""
