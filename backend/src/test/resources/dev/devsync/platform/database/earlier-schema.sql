-- The schema as the earlier server left it: foreign keys that refuse deletion, defaults in code, 32-bit GitHub ids.
-- Some keys and indexes carry other names than usual, as different ages of that server did.

CREATE TABLE alembic_version (version_num varchar(32) PRIMARY KEY);

CREATE TABLE users (
  id serial PRIMARY KEY,
  name varchar(100) NOT NULL,
  email varchar(100) NOT NULL UNIQUE,
  password varchar(255) NOT NULL,
  role varchar(20) NOT NULL
    CONSTRAINT check_valid_role CHECK (role IN ('developer', 'client', 'team_lead', 'admin')),
  github_username varchar(100),
  github_connected boolean,
  created_at timestamp
);
CREATE INDEX idx_users_email ON users (email);
CREATE INDEX idx_users_role ON users (role);

CREATE TABLE projects (
  id serial PRIMARY KEY,
  name varchar(100) NOT NULL,
  description text,
  status varchar(20),
  github_repo varchar(255),
  created_by integer NOT NULL REFERENCES users (id),
  created_at timestamp,
  updated_at timestamp
);
CREATE INDEX idx_projects_created_by ON projects (created_by);

CREATE TABLE project_members (
  project_id integer NOT NULL REFERENCES projects (id),
  user_id integer NOT NULL CONSTRAINT membership_of_user REFERENCES users (id),
  PRIMARY KEY (project_id, user_id)
);

CREATE TABLE tasks (
  id serial PRIMARY KEY,
  title varchar(200) NOT NULL,
  description text,
  status varchar(20) NOT NULL,
  priority varchar(20),
  progress integer,
  assigned_to integer REFERENCES users (id),
  created_by integer NOT NULL REFERENCES users (id),
  deadline timestamp,
  created_at timestamp,
  updated_at timestamp,
  project_id integer CONSTRAINT project_of_task REFERENCES projects (id)
);
CREATE INDEX idx_tasks_status ON tasks (status);
CREATE INDEX ix_tasks_assigned_to ON tasks (assigned_to);

CREATE TABLE comments (
  id serial PRIMARY KEY,
  task_id integer NOT NULL REFERENCES tasks (id),
  user_id integer NOT NULL REFERENCES users (id),
  content text NOT NULL,
  created_at timestamp
);

CREATE TABLE notifications (
  id serial PRIMARY KEY,
  user_id integer NOT NULL REFERENCES users (id),
  notification_type varchar(50) NOT NULL,
  title varchar(255) NOT NULL,
  message text NOT NULL,
  reference_id varchar(50),
  is_read boolean,
  created_at timestamp,
  read_at timestamp,
  task_id integer REFERENCES tasks (id)
);

CREATE TABLE github_tokens (
  id serial PRIMARY KEY,
  user_id integer NOT NULL REFERENCES users (id),
  access_token varchar(255) NOT NULL,
  refresh_token varchar(255),
  token_expires_at timestamp,
  created_at timestamp
);
CREATE INDEX idx_github_tokens_user_id ON github_tokens (user_id);

CREATE TABLE github_repositories (
  id serial PRIMARY KEY,
  repo_name varchar(255) NOT NULL,
  repo_url varchar(255) NOT NULL,
  github_id integer
);
CREATE UNIQUE INDEX idx_github_repositories_repo_url_unique ON github_repositories (repo_url);

CREATE TABLE task_github_links (
  id serial PRIMARY KEY,
  task_id integer NOT NULL REFERENCES tasks (id),
  repo_id integer NOT NULL REFERENCES github_repositories (id),
  issue_number integer,
  pull_request_number integer,
  created_at timestamp
);

CREATE TABLE reports (
  id serial PRIMARY KEY,
  user_id integer NOT NULL REFERENCES users (id),
  report_type varchar(50) NOT NULL,
  date_range varchar(50) NOT NULL,
  summary json NOT NULL,
  details json NOT NULL,
  generated_at timestamp
);

CREATE TABLE audit_logs (
  id serial PRIMARY KEY,
  actor_user_id integer REFERENCES users (id),
  actor_role varchar(20),
  action varchar(100) NOT NULL,
  resource_type varchar(50),
  resource_id varchar(50),
  ip varchar(45),
  user_agent varchar(255),
  metadata_info json,
  created_at timestamp
);

CREATE TABLE system_settings (
  key varchar(100) PRIMARY KEY,
  value json NOT NULL,
  updated_by integer REFERENCES users (id),
  updated_at timestamp
);
