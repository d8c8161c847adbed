-- When an event may be recorded now: within 5 s of this server's clock, read when the statement came, so that a wait for the lock
-- does not count. A demonstration's clock is at a distance from it, which stands in the record. A process may not have heard of the
-- last move yet, so the distance before it counts too. A view, so that it is put into the statement that asks.
CREATE OR REPLACE VIEW event_store.record_time AS
  SELECT tstzrange(
      statement_timestamp() + coalesce(min(d.distance), '0') - interval '5 s',
      statement_timestamp() + coalesce(max(d.distance), '0') + interval '5 s', '[]') AS now
    FROM (SELECT (convert_from(e.payload, 'UTF8')::json ->> 'offsetMs')::double precision * interval '1 ms' AS distance
      FROM event_store.events e WHERE e.stream = 'platform.democlock-1' ORDER BY e.revision DESC LIMIT 2) d;
