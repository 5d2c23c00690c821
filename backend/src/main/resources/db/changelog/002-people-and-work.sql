-- liquibase formatted sql

-- The tables as the earlier server created them. Existing ones are left as they are; what they lack, and
-- everything about foreign keys, is added by later files to old and new tables alike.
-- Rolling back never drops a table that holds rows.

-- changeset devsync:002-users rollbackSplitStatements:false
CREATE TABLE IF NOT EXISTS public.users (
  id serial PRIMARY KEY,
  name varchar(100) NOT NULL,
  email varchar(100) NOT NULL CONSTRAINT users_email_key UNIQUE,
  password varchar(255) NOT NULL,
  role varchar(20) NOT NULL,
  github_username varchar(100),
  github_connected boolean,
  created_at timestamp
);
/* liquibase rollback
DO $$ BEGIN
  IF EXISTS (SELECT FROM public.users) THEN RAISE EXCEPTION 'users holds rows and is not dropped'; END IF;
  DROP TABLE public.users;
END $$;
*/

-- changeset devsync:002-projects rollbackSplitStatements:false
CREATE TABLE IF NOT EXISTS public.projects (
  id serial PRIMARY KEY,
  name varchar(100) NOT NULL,
  description text,
  status varchar(20),
  github_repo varchar(255),
  created_by integer NOT NULL,
  created_at timestamp,
  updated_at timestamp
);
/* liquibase rollback
DO $$ BEGIN
  IF EXISTS (SELECT FROM public.projects) THEN RAISE EXCEPTION 'projects holds rows and is not dropped'; END IF;
  DROP TABLE public.projects;
END $$;
*/

-- changeset devsync:002-project-members rollbackSplitStatements:false
CREATE TABLE IF NOT EXISTS public.project_members (
  project_id integer NOT NULL,
  user_id integer NOT NULL,
  PRIMARY KEY (project_id, user_id)
);
/* liquibase rollback
DO $$ BEGIN
  IF EXISTS (SELECT FROM public.project_members) THEN
    RAISE EXCEPTION 'project_members holds rows and is not dropped';
  END IF;
  DROP TABLE public.project_members;
END $$;
*/

-- changeset devsync:002-tasks rollbackSplitStatements:false
CREATE TABLE IF NOT EXISTS public.tasks (
  id serial PRIMARY KEY,
  title varchar(200) NOT NULL,
  description text,
  status varchar(20) NOT NULL,
  priority varchar(20),
  progress integer,
  assigned_to integer,
  created_by integer NOT NULL,
  deadline timestamp,
  created_at timestamp,
  updated_at timestamp,
  project_id integer
);
/* liquibase rollback
DO $$ BEGIN
  IF EXISTS (SELECT FROM public.tasks) THEN RAISE EXCEPTION 'tasks holds rows and is not dropped'; END IF;
  DROP TABLE public.tasks;
END $$;
*/

-- changeset devsync:002-comments rollbackSplitStatements:false
CREATE TABLE IF NOT EXISTS public.comments (
  id serial PRIMARY KEY,
  task_id integer NOT NULL,
  user_id integer NOT NULL,
  content text NOT NULL,
  created_at timestamp
);
/* liquibase rollback
DO $$ BEGIN
  IF EXISTS (SELECT FROM public.comments) THEN RAISE EXCEPTION 'comments holds rows and is not dropped'; END IF;
  DROP TABLE public.comments;
END $$;
*/
