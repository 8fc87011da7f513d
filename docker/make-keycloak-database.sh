#!/bin/sh
# Run once by the postgres image: Keycloak has a database of its own beside the exchange's.
set -eu
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" -c 'create database keycloak'
