-- What was attached to a case stays as it came: the exchange adds bytes, and neither changes nor removes them.
GRANT SELECT, INSERT ON exchange.scan TO sorgu_exchange;
