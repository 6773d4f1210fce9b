-- Whether a running clock counts working time only: screens count down by it without the case's history.
ALTER TABLE "city_case" ADD COLUMN "stage_basis" TEXT, ADD COLUMN "whole_basis" TEXT;
