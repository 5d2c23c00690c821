-- liquibase formatted sql

-- Makes projects, tasks and times of an earlier database valid. Nothing is dropped; every change is noted.
-- A null priority or progress stays: it reads as "medium" and 0.

-- changeset devsync:007-progress
WITH changed AS (
  UPDATE public.tasks t SET progress = least(greatest(t.progress, 0), 100)
  FROM public.tasks former
  WHERE former.id = t.id AND former.progress NOT BETWEEN 0 AND 100
  RETURNING t.id, former.progress AS former, t.progress AS present
)
INSERT INTO ops.migration_notes (subject, detail)
SELECT 'tasks.progress', format('task %s: progress %s became %s', id, former, present) FROM changed ORDER BY id;
-- rollback empty

-- changeset devsync:007-project-status
WITH changed AS (
  UPDATE public.projects p SET status = CASE former.status WHEN 'on-hold' THEN 'on_hold' ELSE 'active' END
  FROM public.projects former
  WHERE former.id = p.id AND (former.status IS NULL OR former.status = 'on-hold')
  RETURNING p.id, former.status AS former, p.status AS present
)
INSERT INTO ops.migration_notes (subject, detail)
SELECT 'projects.status', format('project %s: status %s became %s', id, coalesce(former, 'null'), present)
FROM changed ORDER BY id;
-- rollback empty

-- changeset devsync:007-missing-times splitStatements:false
-- These times are never null on the wire. The best evidence is the row's other time, then the latest among rows
-- with a lower id, then the earliest among rows with a higher one.
DO $$
DECLARE
  stamp record;
  filled text;
BEGIN
  FOR stamp IN SELECT * FROM (VALUES
      ('projects', 'created_at', 'updated_at'), ('projects', 'updated_at', 'created_at'),
      ('tasks', 'created_at', 'updated_at'), ('tasks', 'updated_at', 'created_at'),
      ('comments', 'created_at', 'updated_at'),
      ('notifications', 'created_at', 'read_at'),
      ('reports', 'generated_at', 'generated_at'),
      ('audit_logs', 'created_at', 'created_at')) AS stamps(table_name, missing, other)
  LOOP
    EXECUTE format($sql$
      WITH changed AS (
        UPDATE public.%1$I t SET %2$I = estimate.at
        FROM (SELECT id, coalesce(%3$I, max(%2$I) OVER (ORDER BY id), min(%2$I) OVER (ORDER BY id DESC),
            now() AT TIME ZONE 'utc') AS at FROM public.%1$I) estimate
        WHERE estimate.id = t.id AND t.%2$I IS NULL
        RETURNING t.id)
      SELECT string_agg(id::text, ', ' ORDER BY id) FROM changed$sql$,
      stamp.table_name, stamp.missing, stamp.other) INTO filled;
    IF filled IS NOT NULL THEN
      INSERT INTO ops.migration_notes (subject, detail)
      VALUES (stamp.table_name || '.' || stamp.missing, 'missing times were estimated for rows ' || filled);
    END IF;
  END LOOP;
END $$;
-- rollback empty
