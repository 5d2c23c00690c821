-- liquibase formatted sql

-- changeset test:second
CREATE TABLE second (id bigint);
