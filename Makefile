# What a person does with DevSync. `make help` lists it.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

export JAVA_HOME := $(shell scripts/java-home 2>/dev/null)
MVN := mvn -B -ntp

.PHONY: help
help: ## List the targets
	@awk -F':.*## ' '/^[a-z-]+:.*## / {printf "  make %-16s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: dev
dev: ## Run DevSync here, with a database of its own unless DATABASE_URL is set
	@scripts/dev

.PHONY: dev-github
dev-github: ## The same with a stand-in for GitHub beside it, consent page included
	@scripts/prerequisites java maven
	@scripts/dev-github

.PHONY: up
up: ## Run DevSync in containers; without a Docker engine, like make dev
	@scripts/up

.PHONY: down
down: ## Stop the containers; the data stays
	@scripts/compose down --remove-orphans

.PHONY: rebuild
rebuild: ## Build the images again and replace the containers
	@scripts/up --rebuild

.PHONY: logs
logs: ## Follow the log of the containers
	@scripts/compose logs --follow --tail 200

.PHONY: ps
ps: ## Show which containers run, and whether they are healthy
	@scripts/compose ps --all

.PHONY: shell
shell: ## Open psql on the database
	@scripts/with-env scripts/database psql

.PHONY: backup
backup: ## Write the database into a file below backups/
	@scripts/with-env scripts/backup $(FILE)

.PHONY: restore
restore: ## Replace the database by a backup: make restore FILE=backups/...
	@scripts/with-env scripts/restore $(FILE)

.PHONY: reencrypt
reencrypt: ## Bring stored secrets under the newest TOKEN_ENCRYPTION_KEY
	@scripts/with-env scripts/reencrypt

.PHONY: reset
reset: ## Delete all data of DevSync on this machine, after asking
	@scripts/with-env scripts/reset

.PHONY: doctor
doctor: ## Check settings, database, migrations, GitHub and clock, and say what to do
	@scripts/prerequisites node
	@scripts/with-env node scripts/doctor.mjs

.PHONY: demo
demo: ## Fill a running server with a believable team
	@scripts/prerequisites node
	@node scripts/demo.mjs

.PHONY: test
test: test-backend test-frontend test-infra test-operations test-journeys ## Run everything: tests, linters, coverage gates

.PHONY: test-backend
test-backend: ## Test the server
	@scripts/prerequisites java maven
	$(MVN) -f backend/pom.xml verify

.PHONY: test-frontend
test-frontend: frontend/node_modules ## Check, test and build the web client
	@scripts/prerequisites node
	cd frontend && npm run typecheck && npm run lint && npm run api:check && npm test && npm run build

.PHONY: test-journeys
test-journeys: frontend/node_modules ## Walk through the client in a browser (needs Chromium); pictures in artifacts/journeys
	@scripts/prerequisites java maven node chromium
	$(MVN) -q -f backend/pom.xml package -Dfast -Dmaven.test.skip
	cd frontend && npm run build && npm run journeys

frontend/node_modules: frontend/package-lock.json
	npm --prefix frontend ci --no-audit --no-fund
	@touch frontend/node_modules

.PHONY: test-infra
test-infra: ## Test the AWS description and the pipelines
	@scripts/prerequisites java maven node
	$(MVN) -q -f infra/pom.xml verify
	npm --prefix .github/checks ci --no-audit --no-fund
	npm --prefix .github/checks test

.PHONY: bench
bench: ## Measure the packaged server (needs wrk); SECONDS_EACH=5 SIZES=1,5,50
	@scripts/bench $(or $(SECONDS_EACH),5) $(or $(SIZES),1,5,50)

.PHONY: bench-compare
bench-compare: ## After make bench: measure the server with one thing changed, as a ratio; SECONDS_EACH=3
	@scripts/bench --compare $(or $(SECONDS_EACH),3)

.PHONY: test-operations
test-operations: ## Test the scripts, nginx and sockets through it, the compose files, backup and restore
	@scripts/prerequisites java maven node
	$(MVN) -q -f backend/pom.xml package -Dfast -Dmaven.test.skip
	npm --prefix scripts/checks ci --ignore-scripts --no-audit --no-fund
	npm --prefix scripts/checks test

.PHONY: images
images: ## Build the images of server and client
	@scripts/images

.PHONY: test-no-gaps
test-no-gaps: ## Send 100,000 events through connections that are cut at random (make test sends 8,000)
	@scripts/prerequisites java maven
	$(MVN) -f backend/pom.xml test -Dfast -Dtest=NoGapsTest -Dlive.events=100000

.PHONY: protocol-suites
protocol-suites: ## Run the public suites of Socket.IO and Engine.IO: make protocol-suites SUITES=folder with a copy of them
	@scripts/prerequisites java maven node
	@scripts/protocol-suites $(SUITES)

.PHONY: bench-live
bench-live: test-no-gaps ## Measure live delivery, and send 100,000 events through connections that are cut at random
	@scripts/prerequisites java maven
	@scripts/bench-live

.PHONY: test-images
test-images: ## Check the built images: size, contents, start, health, shutdown (some minutes)
	@scripts/prerequisites java maven node
	node --test scripts/checks/slow/images.test.mjs

.PHONY: test-site
test-site: frontend/node_modules ## Walk all journeys through the built images in a browser, nginx in front (some minutes)
	@scripts/prerequisites java maven node chromium
	$(MVN) -q -f backend/pom.xml package -Dfast -Dmaven.test.skip
	node --test scripts/checks/slow/site.test.mjs

.PHONY: test-compose
test-compose: ## Build, start and drive everything with Docker Compose in a fresh copy: up, down, backup, restore, reset
	@scripts/prerequisites node
	node --test scripts/checks/slow/compose.test.mjs

.PHONY: test-rolling-restart
test-rolling-restart: ## Restart two servers behind nginx under load (some minutes)
	@scripts/prerequisites java maven node
	$(MVN) -q -f backend/pom.xml package -Dfast -Dmaven.test.skip
	node --test scripts/checks/slow/rolling-restart.test.mjs

.PHONY: docs
docs: ## Write the generated documents again: OpenAPI, rights, modules
	@scripts/prerequisites java maven
	$(MVN) -q -f backend/pom.xml test -Dfast -Ddocs.write=true -Dtest='*DocumentTest' -Dsurefire.failIfNoSpecifiedTests=false

.PHONY: format
format: frontend/node_modules ## Format the sources
	@scripts/prerequisites java maven node
	$(MVN) -q -f backend/pom.xml spotless:apply
	npm --prefix frontend run --silent format

.PHONY: clean
clean: ## Remove what builds made; the development database stays
	rm -rf backend/target infra/target frontend/dist frontend/coverage artifacts
