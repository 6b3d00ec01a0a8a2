CREATE TABLE "lived_day" (
	"only_one" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"today" date NOT NULL,
	CONSTRAINT "one_day_is_lived_in" CHECK ("lived_day"."only_one")
);
