-- liquibase formatted sql

-- changeset test:first
CREATE TABLE first (id int);
