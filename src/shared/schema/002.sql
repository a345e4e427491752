-- Version 2: the posting lists are made by who publishes and kept as they come, a row a term and run, in the place of GIN indexes, which had
-- to be given each term of each passage (measured in bench/RESULTS.md). Where tables stand on other servers, these are upgraded first.

-- A passage has a number within its unit, given out once. A run is what was published together, or has been merged: numbers that share all
-- but their last 16 bits, which are what its lists hold, two bytes each, the first one high.
ALTER TABLE gongwen.unit ADD next_place int NOT NULL DEFAULT 0;
DROP INDEX gongwen.passage_terms_idx, gongwen.passage_initials_idx;
ALTER TABLE gongwen.passage DROP COLUMN repeated, ADD place int NOT NULL DEFAULT 0;
CREATE TABLE gongwen.run (
  id int PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  unit int NOT NULL,
  first int NOT NULL,
  last int NOT NULL,
  -- How many of its passages are there no more.
  gone int NOT NULL DEFAULT 0
);
CREATE INDEX ON gongwen.run (unit, first);
-- Initials are terms below 26³; that a token's hash may be one of these costs a candidate too many.
CREATE TABLE gongwen.posting (
  run int NOT NULL,
  hash int NOT NULL,
  places bytea NOT NULL,
  PRIMARY KEY (run, hash)
) WITH (toast_tuple_target = 8160, autovacuum_analyze_scale_factor = 0.5, autovacuum_vacuum_insert_scale_factor = 0.5);
-- Numbers do not compress.
ALTER TABLE gongwen.posting ALTER places SET STORAGE EXTERNAL, ALTER places SET STATISTICS 0, ALTER hash SET STATISTICS 10;
-- For functions alone: a list tells of all units.
ALTER TABLE gongwen.run ENABLE ROW LEVEL SECURITY;
ALTER TABLE gongwen.posting ENABLE ROW LEVEL SECURITY;

CREATE OR REPLACE FUNCTION gongwen.partition_passages(tables int) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  old regclass;
BEGIN
  IF EXISTS (SELECT FROM gongwen.passage) THEN RAISE object_not_in_prerequisite_state USING MESSAGE = 'there are passages already'; END IF;
  FOR old IN SELECT inhrelid::regclass FROM pg_inherits WHERE inhparent = 'gongwen.passage'::regclass LOOP
    EXECUTE format('DROP TABLE %s', old);
  END LOOP;
  FOR n IN 0..tables - 1 LOOP
    EXECUTE format(
      'CREATE TABLE gongwen.passage_%s PARTITION OF gongwen.passage FOR VALUES WITH (MODULUS %s, REMAINDER %s) WITH (
        toast_tuple_target = 8160, autovacuum_analyze_scale_factor = 0.5, autovacuum_vacuum_insert_scale_factor = 0.5)',
      n, tables, n
    );
    -- Nothing is looked for by these: statistics of them would be the greater part of an analysis.
    EXECUTE format('ALTER TABLE gongwen.passage_%s ALTER terms SET STATISTICS 0, ALTER initials SET STATISTICS 0, ALTER text SET STATISTICS 0', n);
  END LOOP;
END $$;
DO $$
DECLARE
  part regclass;
BEGIN
  FOR part IN SELECT inhrelid::regclass FROM pg_inherits WHERE inhparent = 'gongwen.passage'::regclass LOOP
    EXECUTE format('ALTER TABLE %s ALTER terms SET STATISTICS 0, ALTER initials SET STATISTICS 0, ALTER text SET STATISTICS 0', part);
  END LOOP;
END $$;

-- Makes the lists of a block of a unit anew, from what its passages have.
CREATE FUNCTION gongwen.make_lists(of_unit int, block int) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp SET work_mem = '64MB' AS $$
DECLARE
  old int[] := array(SELECT id FROM gongwen.run WHERE unit = of_unit AND first >> 16 = block);
  made int;
BEGIN
  DELETE FROM gongwen.posting WHERE run = ANY (old);
  DELETE FROM gongwen.run WHERE id = ANY (old);
  INSERT INTO gongwen.run (unit, first, last)
  SELECT of_unit, min(place), max(place) FROM gongwen.passage
  WHERE unit = of_unit AND place BETWEEN block << 16 AND (block << 16) + 65535 HAVING count(*) > 0
  RETURNING id INTO made;
  IF made IS NULL THEN RETURN; END IF;
  INSERT INTO gongwen.posting
  SELECT made, t.hash, string_agg(int2send((t.place << 16 >> 16)::smallint), '' ORDER BY t.place) FROM (
    SELECT p.place, unnest(p.terms || p.initials::int[]) AS hash FROM gongwen.passage p
    WHERE p.unit = of_unit AND p.place BETWEEN block << 16 AND (block << 16) + 65535
  ) t GROUP BY t.hash ORDER BY t.hash;
END $$;

-- What is there from version 1.
UPDATE gongwen.passage p SET place = n.place FROM (
  SELECT article, number, row_number() OVER (PARTITION BY unit ORDER BY article, number) - 1 AS place FROM gongwen.passage
) n WHERE n.article = p.article AND n.number = p.number;
ALTER TABLE gongwen.passage ALTER place DROP DEFAULT;
-- Candidates are asked for by these.
CREATE INDEX ON gongwen.passage (place, unit);
UPDATE gongwen.unit u SET next_place = n.next FROM (SELECT unit, max(place) + 1 AS next FROM gongwen.passage GROUP BY unit) n WHERE n.unit = u.id;
SELECT gongwen.make_lists(u.id, block) FROM gongwen.unit u, generate_series(0, (u.next_place - 1) >> 16) AS block;

DROP FUNCTION gongwen.candidates(int[], int[], smallint[], int[], real[], text[], text[], text[], text[], text[], int, int);
DROP FUNCTION gongwen.publish(int, gongwen.given_article[], gongwen.given_passage[]);
DROP FUNCTION gongwen.settle();
DROP TYPE gongwen.given_passage;

-- In a procedural language, which keeps its plans as long as the connection.
CREATE OR REPLACE FUNCTION gongwen.statistics(wanted int[]) RETURNS TABLE (hash int, in_texts bigint, above bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET enable_seqscan = off SET jit = off AS $$
#variable_conflict use_column
DECLARE
  mine int[] := gongwen.units();
BEGIN
  RETURN QUERY SELECT t.hash, sum(t.in_texts), sum(t.above) FROM gongwen.term t
  WHERE t.hash = ANY (wanted) AND t.unit = ANY (mine) GROUP BY t.hash;
END $$;

-- The posting lists of terms, over the units that may be seen: of the newest part of their passages, from 0 to 1.
CREATE FUNCTION gongwen.lists(wanted int[], part real) RETURNS TABLE (unit int, block int, hash int, places bytea)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET jit = off AS $$
#variable_conflict use_column
DECLARE
  mine int[] := gongwen.units();
BEGIN
  RETURN QUERY SELECT r.unit, r.first >> 16, l.hash, l.places
  FROM gongwen.unit u JOIN gongwen.run r ON r.unit = u.id AND r.last >= u.next_place * (1 - part)
  CROSS JOIN unnest(wanted) AS w (hash) JOIN gongwen.posting l ON l.run = r.id AND l.hash = w.hash
  WHERE u.id = ANY (mine);
END $$;

-- Whether an article is what filters ask for: parts of what it says, folded. Of a list one is enough for category and source, all are wanted
-- of tags and titles.
CREATE FUNCTION gongwen.passes(a gongwen.article, categories text[], sources text[], tags text[], titles text[]) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
  SELECT (cardinality(categories) = 0 OR EXISTS (SELECT FROM unnest(categories) part WHERE strpos(a.folded_category, part) > 0))
    AND (cardinality(sources) = 0 OR EXISTS (SELECT FROM unnest(sources) part WHERE strpos(a.folded_source, part) > 0))
    AND NOT EXISTS (SELECT FROM unnest(tags) part WHERE strpos(a.folded_tags, part) = 0)
    AND NOT EXISTS (SELECT FROM unnest(titles) part WHERE strpos(a.folded_title, part) = 0)
$$;

-- Passages by their numbers, as far as they may be seen and pass the filters: those with most of up to four words in one piece first, then in
-- the order that was asked for. Another server is asked once for all.
CREATE FUNCTION gongwen.passages(
  of_units int[], numbers int[], whole text[], categories text[], sources text[], all_tags text[], titles text[], most int
) RETURNS TABLE (
  article bigint, number int, kind smallint, "offset" int, line int, headings text, text text,
  title text, category text, article_tags text, source text, date text, unit text
) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET enable_seqscan = off SET jit = off AS $$
#variable_conflict use_column
DECLARE
  mine int[] := gongwen.units();
  filtered boolean := cardinality(categories) + cardinality(sources) + cardinality(all_tags) + cardinality(titles) > 0;
BEGIN
  RETURN QUERY
  WITH found AS MATERIALIZED (
    SELECT p.article, p.number, p.kind, p."offset", p.line, p.headings, p.text, p.unit, p.place FROM gongwen.passage p
    WHERE p.place = ANY (numbers) AND p.unit = ANY (mine)
  ), best AS MATERIALIZED (
    SELECT f.* FROM found f JOIN unnest(of_units, numbers) WITH ORDINALITY AS c (unit, place, at) ON c.unit = f.unit AND c.place = f.place
    WHERE NOT filtered OR f.article IN (
      SELECT a.id FROM gongwen.article a
      WHERE a.id = ANY (array(SELECT f.article FROM found f)) AND gongwen.passes(a, categories, sources, all_tags, titles)
    )
    ORDER BY coalesce((strpos(f.text, whole[1]) > 0)::int, 0) + coalesce((strpos(f.text, whole[2]) > 0)::int, 0)
      + coalesce((strpos(f.text, whole[3]) > 0)::int, 0) + coalesce((strpos(f.text, whole[4]) > 0)::int, 0) DESC, c.at
    LIMIT most
  )
  SELECT b.article, b.number, b.kind, b."offset", b.line, b.headings, b.text, a.title, a.category, a.tags, a.source, a.date, u.name
  FROM best b JOIN gongwen.article a ON a.id = b.article JOIN gongwen.unit u ON u.id = b.unit;
END $$;

-- The first passages of the newest articles that pass the filters.
CREATE FUNCTION gongwen.first_passages(categories text[], sources text[], all_tags text[], titles text[], most int) RETURNS TABLE (
  article bigint, number int, kind smallint, "offset" int, line int, headings text, text text,
  title text, category text, article_tags text, source text, date text, unit text
) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET enable_seqscan = off SET jit = off AS $$
#variable_conflict use_column
DECLARE
  mine int[] := gongwen.units();
  wanted bigint[] := array(
    SELECT a.id FROM gongwen.article a WHERE a.unit = ANY (mine) AND gongwen.passes(a, categories, sources, all_tags, titles) ORDER BY a.id DESC LIMIT most
  );
BEGIN
  RETURN QUERY SELECT p.article, p.number, p.kind, p."offset", p.line, p.headings, p.text, a.title, a.category, a.tags, a.source, a.date, u.name
  FROM gongwen.passage p JOIN gongwen.article a ON a.id = p.article JOIN gongwen.unit u ON u.id = a.unit
  WHERE p.article = ANY (wanted) AND p.number = 0;
END $$;

-- Takes the passages of an article out, with what they count for. Lists keep them until `settle` makes these anew.
CREATE OR REPLACE FUNCTION gongwen.remove_passages(of_article bigint) RETURNS void
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
  UPDATE gongwen.run r SET gone = r.gone + g.passages
  FROM (SELECT unit, count(*) AS passages, min(place) AS first FROM gongwen.passage WHERE article = of_article GROUP BY unit, place >> 16) g
  WHERE r.unit = g.unit AND g.first BETWEEN r.first AND r.last AND r.first >> 16 = g.first >> 16;
  DELETE FROM gongwen.passage WHERE article = of_article;
END $$;

-- Passages name their article by its place in the list, from 1 on.
CREATE TYPE gongwen.given_passage AS (
  article int, number int, kind smallint, "offset" int, line int, headings text, text text,
  terms int[], own_terms int, initials smallint[], place int
);
CREATE TYPE gongwen.given_run AS (first int, last int);
-- Lists name their run in the same way, and tell how many passages have the term in their text and how many only above it.
CREATE TYPE gongwen.given_list AS (run int, hash int, in_texts int, above int, places bytea);

-- Which articles of a unit are there with this very text: their ids, null for others.
CREATE FUNCTION gongwen.unchanged(of_unit int, categories text[], titles text[], hashes text[]) RETURNS bigint[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT array_agg(a.id ORDER BY g.at) FROM unnest(categories, titles, hashes) WITH ORDINALITY AS g (category, title, hash, at)
  LEFT JOIN gongwen.article a ON a.unit = of_unit AND of_unit = ANY (gongwen.units())
    AND a.category = g.category AND a.title = g.title AND a.hash = g.hash
$$;

-- Gives out numbers to passages of a unit, the first of so many; those that nobody uses stay unused. As few runs as can be.
CREATE FUNCTION gongwen.reserve(of_unit int, passages int) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  first int;
BEGIN
  PERFORM gongwen.require_contributor(of_unit);
  UPDATE gongwen.unit
  SET next_place = passages + CASE WHEN (next_place & 65535) + passages > 65536 THEN (next_place | 65535) + 1 ELSE next_place END
  WHERE id = of_unit RETURNING next_place - passages INTO first;
  RETURN first;
END $$;

-- Publishes articles of a unit, all or none. One with the category and title of another of the unit is its next revision; of one that says
-- what is there already no revision is made. Returns for each article its id and what became of it: new, revised or unchanged.
-- Of articles with one name the last one's passages alone are given; lists are in the order of the hashes.
CREATE FUNCTION gongwen.publish(
  into_unit int, articles gongwen.given_article[], passages gongwen.given_passage[], runs gongwen.given_run[], lists gongwen.given_list[]
) RETURNS TABLE (article bigint, outcome text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET work_mem = '64MB' SET enable_hashagg = off AS $$
DECLARE
  given gongwen.given_article;
  known gongwen.article;
  ids bigint[] := '{}';
  run_ids int[] := '{}';
  made int;
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
    ELSE
      -- Of what another has published meanwhile, too: its passages are given again.
      PERFORM gongwen.remove_passages(known.id);
      outcome := CASE WHEN known.hash = given.hash THEN 'unchanged' ELSE 'revised' END;
    END IF;
    IF outcome = 'revised' THEN
      UPDATE gongwen.article SET tags = given.tags, source = given.source, date = given.date, body = given.body, hash = given.hash,
        sample = given.sample, folded_tags = given.folded_tags, folded_source = given.folded_source, passages = given.passages,
        revision = known.revision + 1, published_by = session_user, published_at = now()
      WHERE id = known.id RETURNING * INTO known;
    END IF;
    ids := ids || known.id;
    IF outcome <> 'unchanged' THEN
      INSERT INTO gongwen.revision (article, number, unit, title, category, body)
      VALUES (known.id, known.revision, into_unit, known.title, known.category, known.body);
    END IF;
    article := known.id;
    RETURN NEXT;
  END LOOP;
  INSERT INTO gongwen.passage (article, number, unit, kind, "offset", line, headings, text, terms, own_terms, initials, place)
  SELECT ids[p.article], p.number, into_unit, p.kind, p."offset", p.line, p.headings, p.text, p.terms, p.own_terms, p.initials, p.place
  FROM unnest(passages) AS p;
  INSERT INTO gongwen.term AS t (hash, unit, in_texts, above)
  SELECT l.hash, into_unit, sum(l.in_texts), sum(l.above) FROM unnest(lists) AS l WHERE l.in_texts + l.above > 0 GROUP BY l.hash ORDER BY l.hash
  ON CONFLICT (hash, unit) DO UPDATE SET in_texts = t.in_texts + excluded.in_texts, above = t.above + excluded.above;
  INSERT INTO gongwen.total AS t (unit, kind, passages, characters)
  SELECT into_unit, p.kind, count(*), sum(length(p.text)) FROM unnest(passages) AS p GROUP BY p.kind
  ON CONFLICT (unit, kind) DO UPDATE SET passages = t.passages + excluded.passages, characters = t.characters + excluded.characters;
  FOR place IN 1..cardinality(runs) LOOP
    INSERT INTO gongwen.run (unit, first, last) VALUES (into_unit, runs[place].first, runs[place].last) RETURNING id INTO made;
    run_ids := run_ids || made;
  END LOOP;
  INSERT INTO gongwen.posting (run, hash, places) SELECT run_ids[l.run], l.hash, l.places FROM unnest(lists) AS l;
END $$;

-- Merges runs of a unit: four of about one size in the same block become one, and all of a block that is full; blocks are made anew of which
-- half is gone.
-- Each passage is so merged some eight times, however much is published.
CREATE FUNCTION gongwen.settle(of_unit int) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET work_mem = '64MB' AS $$
DECLARE
  old int[];
  made int;
  stale int;
BEGIN
  PERFORM gongwen.require_contributor(of_unit);
  PERFORM pg_advisory_xact_lock(hashtext('gongwen.publish'), of_unit);
  FOR stale IN
    SELECT first >> 16 FROM gongwen.run WHERE unit = of_unit GROUP BY 1 HAVING 2 * sum(gone) > sum(last - first + 1)
  LOOP
    PERFORM gongwen.make_lists(of_unit, stale);
  END LOOP;
  LOOP
    SELECT array_agg(r.id ORDER BY r.first) INTO old
    FROM gongwen.run r JOIN gongwen.unit u ON u.id = r.unit, LATERAL (SELECT r.first >> 16 < u.next_place >> 16 AS is_full) b
    WHERE r.unit = of_unit
    GROUP BY r.first >> 16, is_full, CASE WHEN is_full THEN 0 ELSE floor(log(4, (r.last - r.first + 1)::numeric)) END
    HAVING count(*) >= CASE WHEN is_full THEN 2 ELSE 4 END LIMIT 1;
    EXIT WHEN old IS NULL;
    INSERT INTO gongwen.run (unit, first, last, gone)
    SELECT of_unit, min(first), max(last), sum(gone) FROM gongwen.run WHERE id = ANY (old) RETURNING id INTO made;
    INSERT INTO gongwen.posting
    SELECT made, l.hash, string_agg(l.places, '' ORDER BY l.run) FROM gongwen.posting l WHERE l.run = ANY (old) GROUP BY l.hash ORDER BY l.hash;
    DELETE FROM gongwen.posting WHERE run = ANY (old);
    DELETE FROM gongwen.run WHERE id = ANY (old);
  END LOOP;
END $$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA gongwen FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gongwen.lists(int[], real), gongwen.passages(int[], int[], text[], text[], text[], text[], text[], int),
  gongwen.first_passages(text[], text[], text[], text[], int) TO gongwen_reader;
GRANT EXECUTE ON FUNCTION gongwen.unchanged(int, text[], text[], text[]), gongwen.reserve(int, int), gongwen.settle(int),
  gongwen.publish(int, gongwen.given_article[], gongwen.given_passage[], gongwen.given_run[], gongwen.given_list[])
  TO gongwen_contributor;
