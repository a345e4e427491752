-- The shared library, version 1. Applied by the owner of the database, in one transaction; see `upgradeSchema`.
DO $$
BEGIN
  IF current_setting('server_version_num')::int < 150000 THEN RAISE 'PostgreSQL 15 or later is needed, this is %', current_setting('server_version'); END IF;
  IF getdatabaseencoding() <> 'UTF8' THEN
    RAISE 'the database has to be of the encoding UTF8, this one is %: createdb --encoding=UTF8 --template=template0', getdatabaseencoding();
  END IF;
END $$;
CREATE SCHEMA gongwen;

CREATE TABLE gongwen.version (number int NOT NULL);
INSERT INTO gongwen.version VALUES (1);

-- Roles are the server's, so another database may have made them. Grant them to logins: GRANT gongwen_reader TO zhangsan.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'gongwen_reader') THEN CREATE ROLE gongwen_reader NOLOGIN; END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'gongwen_contributor') THEN CREATE ROLE gongwen_contributor NOLOGIN; END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'gongwen_keeper') THEN CREATE ROLE gongwen_keeper NOLOGIN; END IF;
END $$;
GRANT gongwen_reader TO gongwen_contributor;
GRANT gongwen_contributor TO gongwen_keeper;

-- An office. What is in an open one is for every reader, what is in another for its members.
CREATE TABLE gongwen.unit (
  id int PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  name text NOT NULL UNIQUE CHECK (name <> ''),
  open boolean NOT NULL DEFAULT false
);
CREATE TABLE gongwen.member (
  login name NOT NULL,
  unit int NOT NULL REFERENCES gongwen.unit ON DELETE CASCADE,
  PRIMARY KEY (login, unit)
);

CREATE TABLE gongwen.article (
  id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  unit int NOT NULL REFERENCES gongwen.unit,
  title text NOT NULL,
  category text NOT NULL,
  -- One a line.
  tags text NOT NULL,
  source text NOT NULL,
  date text NOT NULL,
  -- The whole file.
  body text NOT NULL,
  hash text NOT NULL,
  -- A sample of what it says, for near-duplicates.
  sample int[] NOT NULL,
  -- Category, tags, source and title as filters compare them.
  folded_category text NOT NULL,
  folded_tags text NOT NULL,
  folded_source text NOT NULL,
  folded_title text NOT NULL,
  passages int NOT NULL,
  revision int NOT NULL,
  published_by name NOT NULL DEFAULT session_user,
  published_at timestamptz NOT NULL DEFAULT now(),
  -- As lists group it; empty where the date names none.
  year text NOT NULL GENERATED ALWAYS AS (coalesce(substring(date FROM '^(?:19|20)[0-9]{2}'), '')) STORED,
  UNIQUE (unit, category, title)
);
CREATE INDEX ON gongwen.article USING gin (sample);
-- Lists of units, categories and years are counted, and paged through, from this alone.
CREATE INDEX ON gongwen.article (unit, category, year, date DESC, title, id);

-- What every article said, from the first revision on; a withdrawn one has a last revision without a text.
CREATE TABLE gongwen.revision (
  article bigint NOT NULL,
  number int NOT NULL,
  unit int NOT NULL,
  title text NOT NULL,
  category text NOT NULL,
  body text,
  changed_by name NOT NULL DEFAULT session_user,
  changed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (article, number)
);

-- Texts are kept whole twice; where the server has it, a compression that takes a fifth of the time.
DO $$
BEGIN
  ALTER TABLE gongwen.article ALTER body SET COMPRESSION lz4;
  ALTER TABLE gongwen.revision ALTER body SET COMPRESSION lz4;
EXCEPTION WHEN feature_not_supported THEN NULL;
END $$;

-- Terms are hashes of our own tokens: those of the text, then those that only the headings and the title have.
CREATE TABLE gongwen.passage (
  article bigint NOT NULL,
  number int NOT NULL,
  unit int NOT NULL,
  kind smallint NOT NULL,
  "offset" int NOT NULL,
  line int NOT NULL,
  headings text NOT NULL,
  text text NOT NULL,
  terms int[] NOT NULL,
  -- The first so many terms are those of the text.
  own_terms int NOT NULL,
  -- Those that the text has more than once.
  repeated int[] NOT NULL,
  -- First letters of three neighbouring characters.
  initials smallint[] NOT NULL
) PARTITION BY HASH (article);
CREATE INDEX ON gongwen.passage (article, number);
-- Quotes and phrases, for the table that completion takes.
CREATE INDEX ON gongwen.passage (article) WHERE kind > 0;
-- What is added is merged into the posting lists many passages at a time, which is several times faster than passage by passage.
CREATE INDEX ON gongwen.passage USING gin (terms) WITH (gin_pending_list_limit = 16384);
CREATE INDEX ON gongwen.passage USING gin (initials) WITH (gin_pending_list_limit = 16384);

-- Divides the passages among so many tables, each of which may be made a foreign table on another server; only while there are none.
-- Few are faster on one server: each has posting lists of its own.
CREATE FUNCTION gongwen.partition_passages(tables int) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  old regclass;
BEGIN
  IF EXISTS (SELECT FROM gongwen.passage) THEN RAISE object_not_in_prerequisite_state USING MESSAGE = 'there are passages already'; END IF;
  FOR old IN SELECT inhrelid::regclass FROM pg_inherits WHERE inhparent = 'gongwen.passage'::regclass LOOP
    EXECUTE format('DROP TABLE %s', old);
  END LOOP;
  FOR n IN 0..tables - 1 LOOP
    -- A row of some kilobytes stays in its place: hashes do not compress, and a search reads them.
    EXECUTE format(
      'CREATE TABLE gongwen.passage_%s PARTITION OF gongwen.passage FOR VALUES WITH (MODULUS %s, REMAINDER %s) WITH (
        toast_tuple_target = 8160, autovacuum_analyze_scale_factor = 0.5, autovacuum_vacuum_insert_scale_factor = 0.5)',
      n, tables, n
    );
    -- Arrays of this length are costly to look through for statistics, and these few are enough.
    EXECUTE format('ALTER TABLE gongwen.passage_%s ALTER terms SET STATISTICS 10, ALTER initials SET STATISTICS 10, ALTER repeated SET STATISTICS 0', n);
  END LOOP;
END $$;
SELECT gongwen.partition_passages(4);

-- Puts one of these tables on another server of postgres_fdw, on which the same schema is set up: its table of this number takes the place
-- of ours. Only while ours is empty.
CREATE FUNCTION gongwen.place_partition(number int, on_server name) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  own regclass := format('gongwen.passage_%s', number);
  bound text;
  holds boolean;
BEGIN
  EXECUTE format('SELECT EXISTS (SELECT FROM %s)', own) INTO holds;
  IF holds THEN RAISE object_not_in_prerequisite_state USING MESSAGE = 'there are passages already'; END IF;
  SELECT pg_get_expr(relpartbound, oid) INTO bound FROM pg_class WHERE oid = own;
  EXECUTE format('DROP TABLE %s', own);
  EXECUTE format(
    'CREATE FOREIGN TABLE gongwen.passage_%1$s PARTITION OF gongwen.passage %2$s SERVER %3$I
     OPTIONS (schema_name ''gongwen'', table_name ''passage_%1$s'', batch_size ''1000'', fetch_size ''1000'')',
    number, bound, on_server
  );
END $$;

-- How many passages of a unit have a term in their text, and how many only above it.
CREATE TABLE gongwen.term (
  hash int NOT NULL,
  unit int NOT NULL,
  in_texts int NOT NULL,
  above int NOT NULL,
  PRIMARY KEY (hash, unit)
) WITH (fillfactor = 70);
-- How many passages of a kind a unit has, and their characters together.
CREATE TABLE gongwen.total (
  unit int NOT NULL,
  kind smallint NOT NULL,
  passages bigint NOT NULL,
  characters bigint NOT NULL,
  PRIMARY KEY (unit, kind)
);

-- Units whose documents whoever is logged in may see.
CREATE FUNCTION gongwen.units() RETURNS int[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(array_agg(id), '{}') FROM gongwen.unit
  WHERE pg_has_role(session_user, 'gongwen_reader', 'MEMBER')
    AND (open OR EXISTS (SELECT FROM gongwen.member WHERE login = session_user AND unit = unit.id))
$$;

ALTER TABLE gongwen.unit ENABLE ROW LEVEL SECURITY;
ALTER TABLE gongwen.member ENABLE ROW LEVEL SECURITY;
ALTER TABLE gongwen.article ENABLE ROW LEVEL SECURITY;
ALTER TABLE gongwen.revision ENABLE ROW LEVEL SECURITY;
ALTER TABLE gongwen.passage ENABLE ROW LEVEL SECURITY;
ALTER TABLE gongwen.term ENABLE ROW LEVEL SECURITY;
ALTER TABLE gongwen.total ENABLE ROW LEVEL SECURITY;
-- The sub-select has the units asked for once a statement, not once a row.
CREATE POLICY of_unit ON gongwen.unit FOR SELECT USING (id = ANY ((SELECT gongwen.units())::int[]));
CREATE POLICY own ON gongwen.member FOR SELECT USING (login = session_user);
CREATE POLICY of_unit ON gongwen.article FOR SELECT USING (unit = ANY ((SELECT gongwen.units())::int[]));
CREATE POLICY of_unit ON gongwen.revision FOR SELECT USING (unit = ANY ((SELECT gongwen.units())::int[]));
CREATE POLICY of_unit ON gongwen.passage FOR SELECT USING (unit = ANY ((SELECT gongwen.units())::int[]));
CREATE POLICY of_unit ON gongwen.term FOR SELECT USING (unit = ANY ((SELECT gongwen.units())::int[]));
CREATE POLICY of_unit ON gongwen.total FOR SELECT USING (unit = ANY ((SELECT gongwen.units())::int[]));
CREATE POLICY keeper ON gongwen.unit TO gongwen_keeper USING (true) WITH CHECK (true);
CREATE POLICY keeper ON gongwen.member TO gongwen_keeper USING (true) WITH CHECK (true);

GRANT USAGE ON SCHEMA gongwen TO gongwen_reader;
GRANT SELECT ON ALL TABLES IN SCHEMA gongwen TO gongwen_reader;
GRANT INSERT, UPDATE, DELETE ON gongwen.unit, gongwen.member TO gongwen_keeper;
-- A partition has no policies of its own.
DO $$
BEGIN
  FOR n IN 0..3 LOOP EXECUTE format('REVOKE ALL ON gongwen.passage_%s FROM gongwen_reader', n); END LOOP;
END $$;

-- How often terms occur, over the units that may be seen. Here as below the units are asked for once and compared in the function: the
-- policies of the tables would keep a reader's query from the indexes, whose operators are not leakproof.
CREATE FUNCTION gongwen.statistics(wanted int[]) RETURNS TABLE (hash int, in_texts bigint, above bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t.hash, sum(t.in_texts), sum(t.above) FROM gongwen.term t
  WHERE t.hash = ANY (wanted) AND t.unit = ANY (gongwen.units()) GROUP BY t.hash
$$;

-- Candidates: passages with all terms of one of several lists, and initials; of the first `scanned` that are met those that have most of
-- some words in one piece, then the heaviest.
-- The lists stand one behind the other in `terms`, and `ends` tells where each ends.
-- Filters are parts of what articles say, folded: of a list one is enough for category and source, all are wanted of tags and titles.
CREATE FUNCTION gongwen.candidates(
  terms int[], ends int[], spelled smallint[], weighed int[], weights real[], whole text[],
  categories text[], sources text[], tags text[], titles text[], scanned int, most int
) RETURNS TABLE (
  article bigint, number int, kind smallint, "offset" int, line int, headings text, text text,
  title text, category text, article_tags text, source text, date text, unit text
) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET enable_seqscan = off SET jit = off AS $$
DECLARE
  mine int[] := gongwen.units();
  condition text := 'p.unit = ANY ($1)';
  filtered boolean := cardinality(categories) + cardinality(sources) + cardinality(tags) + cardinality(titles) > 0;
  passes text := 'true';
  score text;
  pieces text;
BEGIN
  IF cardinality(ends) > 0 THEN
    condition := condition || ' AND (' || (
      SELECT string_agg(format('p.terms @> $2[%s:$3[%s]]', CASE WHEN at = 1 THEN '1' ELSE format('$3[%s] + 1', at - 1) END, at), ' OR ')
      FROM generate_series(1, cardinality(ends)) AS at
    ) || ')';
  END IF;
  IF cardinality(spelled) > 0 THEN condition := condition || ' AND p.initials @> $4'; END IF;
  IF cardinality(ends) + cardinality(spelled) = 0 THEN condition := condition || ' AND p.number = 0'; END IF;
  IF cardinality(categories) > 0 THEN
    passes := passes || ' AND EXISTS (SELECT FROM unnest($8) part WHERE strpos(a.folded_category, part) > 0)';
  END IF;
  IF cardinality(sources) > 0 THEN
    passes := passes || ' AND EXISTS (SELECT FROM unnest($9) part WHERE strpos(a.folded_source, part) > 0)';
  END IF;
  IF cardinality(tags) > 0 THEN
    passes := passes || ' AND NOT EXISTS (SELECT FROM unnest($10) part WHERE strpos(a.folded_tags, part) = 0)';
  END IF;
  IF cardinality(titles) > 0 THEN
    passes := passes || ' AND NOT EXISTS (SELECT FROM unnest($11) part WHERE strpos(a.folded_title, part) = 0)';
  END IF;
  IF filtered THEN
    condition := condition || ' AND p.article IN (SELECT a.id FROM gongwen.article a WHERE a.unit = ANY ($1) AND ' || passes || ')';
  END IF;
  -- Written out, for a sub-select would be begun anew for each passage.
  SELECT coalesce(string_agg(format(
    'CASE WHEN $5[%1$s] = ANY (p.repeated) THEN 1.4 WHEN $5[%1$s] = ANY (p.terms) THEN 1 ELSE 0 END * $6[%1$s]', at
  ), ' + '), '0') INTO score FROM generate_series(1, cardinality(weighed)) AS at;
  SELECT coalesce(string_agg(format('(strpos(p.text, $7[%s]) > 0)::int', at), ' + '), '0') INTO pieces
  FROM generate_series(1, cardinality(whole)) AS at;
  RETURN QUERY EXECUTE
    'SELECT c.article, c.number, c.kind, c."offset", c.line, c.headings, c.text, a.title, a.category, a.tags, a.source, a.date, u.name
     FROM (
       SELECT p.*, ' || pieces || ' AS pieces, ' || score || ' AS score
       FROM (SELECT p.* FROM gongwen.passage p WHERE ' || condition || ' LIMIT $12) p
       ORDER BY pieces DESC, score DESC, p.article, p.number LIMIT $13
     ) c
     JOIN gongwen.article a ON a.id = c.article JOIN gongwen.unit u ON u.id = a.unit'
  USING mine, terms, ends, spelled, weighed, weights, whole, categories, sources, tags, titles, scanned, most;
END $$;

-- Quotes and phrases for completion, those of the newest articles where there are more.
CREATE FUNCTION gongwen.phrases(most int) RETURNS TABLE (
  article bigint, number int, kind smallint, "offset" int, line int, headings text, text text,
  title text, category text, article_tags text, source text, date text, unit text
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET jit = off AS $$
  SELECT p.article, p.number, p.kind, p."offset", p.line, p.headings, p.text, a.title, a.category, a.tags, a.source, a.date, u.name
  FROM (
    SELECT * FROM gongwen.passage WHERE kind > 0 AND unit = ANY ((SELECT gongwen.units())::int[]) ORDER BY article DESC LIMIT most
  ) p JOIN gongwen.article a ON a.id = p.article JOIN gongwen.unit u ON u.id = a.unit ORDER BY p.article, p.number
$$;

-- Adds counts to the statistics of a unit; in the order of the hashes, so that two who publish never wait for each other in a circle.
CREATE FUNCTION gongwen.add_counts(into_unit int, hashes int[], texts int[], headings int[]) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
  INSERT INTO gongwen.term AS t (hash, unit, in_texts, above)
  SELECT * FROM (SELECT h, into_unit, x, y FROM unnest(hashes, texts, headings) AS c (h, x, y) ORDER BY h) AS sorted
  ON CONFLICT (hash, unit) DO UPDATE SET in_texts = t.in_texts + excluded.in_texts, above = t.above + excluded.above
$$;

-- Whether whoever is logged in may change what a unit has.
CREATE FUNCTION gongwen.require_contributor(of_unit int) RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT pg_has_role(session_user, 'gongwen_contributor', 'MEMBER') OR NOT (
    pg_has_role(session_user, 'gongwen_keeper', 'MEMBER')
    OR EXISTS (SELECT FROM gongwen.member WHERE login = session_user AND unit = of_unit)
  ) THEN
    RAISE insufficient_privilege USING MESSAGE = 'not a contributor of this unit';
  END IF;
END $$;

-- Takes the passages of an article out, with what they count for.
CREATE FUNCTION gongwen.remove_passages(of_article bigint) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  counted record;
BEGIN
  FOR counted IN
    SELECT c.unit, array_agg(c.hash) AS hashes, array_agg(c.texts) AS texts, array_agg(c.headings) AS headings FROM (
      SELECT p.unit, t.hash, -count(*) FILTER (WHERE t.at <= p.own_terms)::int AS texts,
        -count(*) FILTER (WHERE t.at > p.own_terms)::int AS headings
      FROM gongwen.passage p, unnest(p.terms) WITH ORDINALITY AS t (hash, at) WHERE p.article = of_article GROUP BY p.unit, t.hash
    ) c GROUP BY c.unit
  LOOP
    PERFORM gongwen.add_counts(counted.unit, counted.hashes, counted.texts, counted.headings);
  END LOOP;
  UPDATE gongwen.total t SET passages = t.passages - g.passages, characters = t.characters - g.characters
  FROM (
    SELECT unit, kind, count(*) AS passages, sum(length(text)) AS characters FROM gongwen.passage
    WHERE article = of_article GROUP BY unit, kind
  ) g WHERE g.unit = t.unit AND g.kind = t.kind;
  DELETE FROM gongwen.passage WHERE article = of_article;
END $$;

-- What is published, as it is sent: in the binary format, which costs neither side a parser.
CREATE TYPE gongwen.given_article AS (
  title text, category text, tags text, source text, date text, body text, hash text, sample int[],
  folded_category text, folded_tags text, folded_source text, folded_title text, passages int
);
-- Passages name their article by its place in the list, from 1 on.
CREATE TYPE gongwen.given_passage AS (
  article int, number int, kind smallint, "offset" int, line int, headings text, text text,
  terms int[], own_terms int, repeated int[], initials smallint[]
);

-- Publishes articles of a unit, all or none. One with the category and title of another of the unit is its next revision; one that says
-- what is there already changes nothing. Returns for each article its id and what became of it: new, revised or unchanged.
CREATE FUNCTION gongwen.publish(into_unit int, articles gongwen.given_article[], passages gongwen.given_passage[])
RETURNS TABLE (article bigint, outcome text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET work_mem = '64MB' SET enable_hashagg = off AS $$
DECLARE
  given gongwen.given_article;
  known gongwen.article;
  ids bigint[] := '{}';
  taken int[] := '{}';
BEGIN
  PERFORM gongwen.require_contributor(into_unit);
  -- One after the other within a unit: two who publish the same article make two revisions.
  PERFORM pg_advisory_xact_lock(hashtext('gongwen.publish'), into_unit);
  FOR place IN 1..cardinality(articles) LOOP
    given := articles[place];
    SELECT * INTO known FROM gongwen.article k
    WHERE k.unit = into_unit AND k.category = given.category AND k.title = given.title FOR UPDATE;
    IF known.id IS NULL THEN
      INSERT INTO gongwen.article (
        unit, title, category, tags, source, date, body, hash, sample, folded_category, folded_tags, folded_source, folded_title, passages, revision
      ) VALUES (
        into_unit, given.title, given.category, given.tags, given.source, given.date, given.body, given.hash, given.sample,
        given.folded_category, given.folded_tags, given.folded_source, given.folded_title, given.passages,
        1
      ) RETURNING * INTO known;
      outcome := 'new';
    ELSIF known.hash = given.hash THEN
      outcome := 'unchanged';
    ELSE
      PERFORM gongwen.remove_passages(known.id);
      -- An earlier article of this list may have the same name: only the last one's passages are its own.
      taken := array(SELECT t FROM unnest(taken) AS t WHERE ids[t] <> known.id);
      UPDATE gongwen.article SET tags = given.tags, source = given.source, date = given.date, body = given.body, hash = given.hash,
        sample = given.sample, folded_tags = given.folded_tags, folded_source = given.folded_source, passages = given.passages,
        revision = known.revision + 1, published_by = session_user, published_at = now()
      WHERE id = known.id RETURNING * INTO known;
      outcome := 'revised';
    END IF;
    ids := ids || known.id;
    IF outcome <> 'unchanged' THEN
      taken := taken || place;
      INSERT INTO gongwen.revision (article, number, unit, title, category, body)
      VALUES (known.id, known.revision, into_unit, known.title, known.category, known.body);
    END IF;
    article := known.id;
    RETURN NEXT;
  END LOOP;
  INSERT INTO gongwen.passage
  SELECT ids[p.article], p.number, into_unit, p.kind, p."offset", p.line, p.headings, p.text, p.terms, p.own_terms, p.repeated, p.initials
  FROM unnest(passages) AS p WHERE p.article = ANY (taken);
  -- Sorted, not hashed: that is twice as fast, and they are wanted in this order.
  INSERT INTO gongwen.term AS t (hash, unit, in_texts, above)
  SELECT c.hash, into_unit, count(*) FILTER (WHERE c.own), count(*) FILTER (WHERE NOT c.own) FROM (
    SELECT unnest(p.terms[:p.own_terms]) AS hash, true AS own FROM unnest(passages) AS p WHERE p.article = ANY (taken)
    UNION ALL
    SELECT unnest(p.terms[p.own_terms + 1:]), false FROM unnest(passages) AS p WHERE p.article = ANY (taken)
  ) c GROUP BY c.hash ORDER BY c.hash
  ON CONFLICT (hash, unit) DO UPDATE SET in_texts = t.in_texts + excluded.in_texts, above = t.above + excluded.above;
  INSERT INTO gongwen.total AS t (unit, kind, passages, characters)
  SELECT into_unit, p.kind, count(*), sum(length(p.text)) FROM unnest(passages) AS p WHERE p.article = ANY (taken) GROUP BY p.kind
  ON CONFLICT (unit, kind) DO UPDATE SET passages = t.passages + excluded.passages, characters = t.characters + excluded.characters;
END $$;

-- Merges what was published into the posting lists, once after all batches; until then it is found as well, but more slowly.
CREATE FUNCTION gongwen.settle() RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET maintenance_work_mem = '128MB' AS $$
  SELECT gin_clean_pending_list(c.oid) FROM pg_class c JOIN pg_am m ON m.oid = c.relam
  WHERE m.amname = 'gin' AND c.relkind = 'i' AND c.relnamespace = 'gongwen'::regnamespace
$$;

-- Takes an article out of what is found; its revisions stay. False where there is none that may be seen.
CREATE FUNCTION gongwen.withdraw(wanted bigint) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  known gongwen.article;
BEGIN
  SELECT * INTO known FROM gongwen.article WHERE id = wanted AND unit = ANY (gongwen.units()) FOR UPDATE;
  IF known.id IS NULL THEN RETURN false; END IF;
  PERFORM gongwen.require_contributor(known.unit);
  PERFORM gongwen.remove_passages(known.id);
  INSERT INTO gongwen.revision (article, number, unit, title, category)
  VALUES (known.id, known.revision + 1, known.unit, known.title, known.category);
  DELETE FROM gongwen.article WHERE id = known.id;
  RETURN true;
END $$;

-- Functions are everybody's unless it is said otherwise.
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA gongwen FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gongwen.units(), gongwen.statistics(int[]), gongwen.phrases(int),
  gongwen.candidates(int[], int[], smallint[], int[], real[], text[], text[], text[], text[], text[], int, int) TO gongwen_reader;
GRANT EXECUTE ON FUNCTION gongwen.publish(int, gongwen.given_article[], gongwen.given_passage[]), gongwen.settle(), gongwen.withdraw(bigint), gongwen.require_contributor(int) TO gongwen_contributor;
