-- Version 3: what grew with the library, though it tells little, no longer does: how many articles there are, and what is there of an article.

-- How many articles an office has of a category and year: what trees show, and a count of all, without going through the articles.
CREATE TABLE gongwen.shelf (
  unit int NOT NULL,
  category text NOT NULL,
  year text NOT NULL,
  articles bigint NOT NULL,
  PRIMARY KEY (unit, category, year)
) WITH (fillfactor = 70);
ALTER TABLE gongwen.shelf ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_unit ON gongwen.shelf FOR SELECT USING (unit = ANY ((SELECT gongwen.units())::int[]));
GRANT SELECT ON gongwen.shelf TO gongwen_reader;
INSERT INTO gongwen.shelf SELECT unit, category, year, count(*) FROM gongwen.article GROUP BY 1, 2, 3;

CREATE FUNCTION gongwen.count_article() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    UPDATE gongwen.shelf SET articles = articles - 1 WHERE unit = OLD.unit AND category = OLD.category AND year = OLD.year;
    DELETE FROM gongwen.shelf WHERE unit = OLD.unit AND category = OLD.category AND year = OLD.year AND articles = 0;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO gongwen.shelf AS s VALUES (NEW.unit, NEW.category, NEW.year, 1)
    ON CONFLICT (unit, category, year) DO UPDATE SET articles = s.articles + 1;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER count_article AFTER INSERT OR DELETE ON gongwen.article FOR EACH ROW EXECUTE FUNCTION gongwen.count_article();
-- A new version may have another date.
CREATE TRIGGER count_moved_article AFTER UPDATE ON gongwen.article FOR EACH ROW WHEN (OLD.year <> NEW.year)
EXECUTE FUNCTION gongwen.count_article();

CREATE INDEX ON gongwen.article (hash);

-- What is there of articles that are to be published, as far as it may be seen: for each the one with the same text, else the one of its name,
-- else the one that has most of a sample of what it says; no row where there is none. The samples stand one behind the other, and `ends` tells
-- where each ends. An article that has so much of a sample has some of its first fifth and one more: only such are looked at, and not all
-- where a sample is what everybody writes.
CREATE FUNCTION gongwen.known(of_unit int, categories text[], titles text[], hashes text[], samples int[], ends int[])
RETURNS TABLE (at int, id bigint, title text, same boolean, named boolean, common int)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET enable_seqscan = off SET jit = off AS $$
#variable_conflict use_column
DECLARE
  mine int[] := gongwen.units();
  sample int[];
BEGIN
  FOR place IN 1..cardinality(titles) LOOP
    sample := samples[coalesce(ends[place - 1], 0) + 1:ends[place]];
    RETURN QUERY
    SELECT place, c.id, c.title, c.hash = hashes[place], c.unit = of_unit AND c.category = categories[place] AND c.title = titles[place], c.common
    FROM (
      SELECT a.id, a.unit, a.category, a.title, a.hash, 0 AS common FROM gongwen.article a
      WHERE a.hash = hashes[place] AND a.unit = ANY (mine)
      UNION ALL
      SELECT a.id, a.unit, a.category, a.title, a.hash, 0 FROM gongwen.article a
      WHERE a.unit = of_unit AND a.category = categories[place] AND a.title = titles[place] AND a.unit = ANY (mine)
      UNION ALL
      SELECT a.id, a.unit, a.category, a.title, a.hash, (SELECT count(*)::int FROM unnest(a.sample) AS s (hash) WHERE s.hash = ANY (sample))
      FROM (
        SELECT * FROM gongwen.article a WHERE a.sample && sample[:cardinality(sample) / 5 + 1] AND a.unit = ANY (mine) LIMIT 500
      ) a
    ) c ORDER BY 4 DESC, 5 DESC, 6 DESC LIMIT 1;
  END LOOP;
END $$;

-- As before, but after whoever publishes for the same office: neither waits for what the other has in turn.
CREATE OR REPLACE FUNCTION gongwen.withdraw(wanted bigint) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  of_unit int;
  known gongwen.article;
BEGIN
  SELECT unit INTO of_unit FROM gongwen.article WHERE id = wanted AND unit = ANY (gongwen.units());
  IF of_unit IS NULL THEN RETURN false; END IF;
  PERFORM gongwen.require_contributor(of_unit);
  PERFORM pg_advisory_xact_lock(hashtext('gongwen.publish'), of_unit);
  SELECT * INTO known FROM gongwen.article WHERE id = wanted FOR UPDATE;
  IF known.id IS NULL THEN RETURN false; END IF;
  PERFORM gongwen.remove_passages(known.id);
  INSERT INTO gongwen.revision (article, number, unit, title, category)
  VALUES (known.id, known.revision + 1, known.unit, known.title, known.category);
  DELETE FROM gongwen.article WHERE id = known.id;
  RETURN true;
END $$;

-- Filters compare columns, not a row that is handed to a function: with a row its whole text would be read.
CREATE FUNCTION gongwen.containing(parts text[]) RETURNS text[]
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(array_agg('%' || regexp_replace(part, '([\\%_])', '\\\1', 'g') || '%'), '{}') FROM unnest(parts) AS part
$$;

CREATE OR REPLACE FUNCTION gongwen.passages(
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
  categories := gongwen.containing(categories);
  sources := gongwen.containing(sources);
  all_tags := gongwen.containing(all_tags);
  titles := gongwen.containing(titles);
  RETURN QUERY
  WITH found AS MATERIALIZED (
    SELECT p.article, p.number, p.kind, p."offset", p.line, p.headings, p.text, p.unit, p.place FROM gongwen.passage p
    WHERE p.place = ANY (numbers) AND p.unit = ANY (mine)
  ), best AS MATERIALIZED (
    SELECT f.* FROM found f JOIN unnest(of_units, numbers) WITH ORDINALITY AS c (unit, place, at) ON c.unit = f.unit AND c.place = f.place
    WHERE NOT filtered OR f.article IN (
      SELECT a.id FROM gongwen.article a
      WHERE a.id = ANY (array(SELECT f.article FROM found f))
        AND (cardinality(categories) = 0 OR a.folded_category LIKE ANY (categories))
        AND (cardinality(sources) = 0 OR a.folded_source LIKE ANY (sources))
        AND a.folded_tags LIKE ALL (all_tags) AND a.folded_title LIKE ALL (titles)
    )
    ORDER BY coalesce((strpos(f.text, whole[1]) > 0)::int, 0) + coalesce((strpos(f.text, whole[2]) > 0)::int, 0)
      + coalesce((strpos(f.text, whole[3]) > 0)::int, 0) + coalesce((strpos(f.text, whole[4]) > 0)::int, 0) DESC, c.at
    LIMIT most
  )
  SELECT b.article, b.number, b.kind, b."offset", b.line, b.headings, b.text, a.title, a.category, a.tags, a.source, a.date, u.name
  FROM best b JOIN gongwen.article a ON a.id = b.article JOIN gongwen.unit u ON u.id = b.unit;
END $$;

CREATE OR REPLACE FUNCTION gongwen.first_passages(categories text[], sources text[], all_tags text[], titles text[], most int) RETURNS TABLE (
  article bigint, number int, kind smallint, "offset" int, line int, headings text, text text,
  title text, category text, article_tags text, source text, date text, unit text
) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET enable_seqscan = off SET jit = off AS $$
#variable_conflict use_column
DECLARE
  mine int[] := gongwen.units();
  wanted bigint[];
BEGIN
  categories := gongwen.containing(categories);
  sources := gongwen.containing(sources);
  all_tags := gongwen.containing(all_tags);
  titles := gongwen.containing(titles);
  wanted := array(
    SELECT a.id FROM gongwen.article a WHERE a.unit = ANY (mine)
      AND (cardinality(categories) = 0 OR a.folded_category LIKE ANY (categories))
      AND (cardinality(sources) = 0 OR a.folded_source LIKE ANY (sources))
      AND a.folded_tags LIKE ALL (all_tags) AND a.folded_title LIKE ALL (titles)
    ORDER BY a.id DESC LIMIT most
  );
  RETURN QUERY SELECT p.article, p.number, p.kind, p."offset", p.line, p.headings, p.text, a.title, a.category, a.tags, a.source, a.date, u.name
  FROM gongwen.passage p JOIN gongwen.article a ON a.id = p.article JOIN gongwen.unit u ON u.id = a.unit
  WHERE p.article = ANY (wanted) AND p.number = 0;
END $$;

DROP FUNCTION gongwen.passes(gongwen.article, text[], text[], text[], text[]);

REVOKE ALL ON FUNCTION gongwen.count_article(), gongwen.containing(text[]), gongwen.known(int, text[], text[], text[], int[], int[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gongwen.known(int, text[], text[], text[], int[], int[]) TO gongwen_contributor;
