/** Marks a SQLite file as a ledger: "TGHT". */
export const applicationId = 0x54_47_48_54;

/**
 * Each brings the ledger from the version before to its own, counted from 1. What is released is never changed, only followed.
 * The comments stay in the file: `SELECT sql FROM sqlite_schema` shows them. docs/ledger.md explains more.
 */
export const migrations: readonly string[] = [
  `
CREATE TABLE documents ( -- one report, as it was handed over; never changed
  number INTEGER PRIMARY KEY, -- in the order of adding
  id TEXT NOT NULL UNIQUE, -- as the user gave it, with a suffix where it was taken
  key TEXT NOT NULL UNIQUE, -- SHA-256 over publisher, title, date and text: equal keys are one document
  title TEXT, -- NULL where none was given
  publisher TEXT, -- who published it
  author TEXT, -- byline
  date TEXT, -- day of publication, YYYY-MM-DD, UTC
  url TEXT, -- address
  language TEXT, -- BCP 47 tag, as given
  source TEXT, -- where it was read: file, file and line, feed
  added_at TEXT NOT NULL, -- instant, ISO 8601, UTC
  length INTEGER NOT NULL, -- of the text, in UTF-16 units
  opening TEXT NOT NULL, -- the text's first 200 characters
  text TEXT NOT NULL -- untouched; NUL, lone surrogates and U+001A are written as U+001A and four hexadecimal digits
) STRICT;
CREATE INDEX documents_by_date ON documents (coalesce(date, ''), number);
CREATE INDEX documents_by_publisher ON documents (publisher, coalesce(date, ''), number);

CREATE VIRTUAL TABLE documents_fts USING fts5(
  title, text, content='documents', content_rowid='number', tokenize='porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER documents_fts_insert AFTER INSERT ON documents BEGIN
  INSERT INTO documents_fts (rowid, title, text) VALUES (new.number, new.title, new.text);
END;
CREATE TRIGGER documents_fts_delete AFTER DELETE ON documents BEGIN
  INSERT INTO documents_fts (documents_fts, rowid, title, text) VALUES ('delete', old.number, old.title, old.text);
END;

CREATE TABLE codings ( -- the coder's record of a document, beside its events
  document INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE, -- documents.number
  coder TEXT NOT NULL, -- version of coder, lexicon and models
  coded_at TEXT NOT NULL, -- instant, ISO 8601, UTC
  events INTEGER NOT NULL, -- number of events that stand after corrections
  profile TEXT NOT NULL, -- JSON: type and intensity of the first 200 of these, in the order of the text
  record TEXT NOT NULL -- JSON: the coded document with an empty list of events; they are in the table events
) STRICT;
CREATE INDEX codings_by_coder ON codings (coder);

CREATE TABLE events ( -- events as they stand after corrections, rejected ones included
  number INTEGER PRIMARY KEY, -- document times 10,000,000 plus ordinal
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE, -- documents.number
  ordinal INTEGER NOT NULL, -- the coder's number from 1; from 5,000,001 what the coder does not have
  id TEXT NOT NULL, -- document's id, # and number
  type TEXT NOT NULL, -- PLOVER event type
  mode TEXT, -- PLOVER mode
  status TEXT NOT NULL, -- actual, historical, future, hypothetical or negated
  state TEXT NOT NULL, -- coded, confirmed, corrected, added or rejected
  day TEXT NOT NULL, -- date_from, or empty where the date is not known: what lists are ordered by
  date_from TEXT, -- first day, YYYY-MM-DD, UTC
  date_to TEXT, -- last day
  intensity REAL NOT NULL, -- conflict-cooperation score, -10 to 10
  confidence REAL NOT NULL, -- 0 to 1
  made_by TEXT NOT NULL, -- line of the lexicon, model or analyst
  evidence_start INTEGER NOT NULL, -- UTF-16 units into the text
  evidence_end INTEGER NOT NULL, -- exclusive
  trigger_start INTEGER NOT NULL, -- the words that tell of the act
  trigger_end INTEGER NOT NULL, -- exclusive
  coded TEXT, -- JSON: the coder's own event where the record differs from it; else NULL
  record TEXT NOT NULL -- JSON: the whole event as it stands
) STRICT;
CREATE INDEX events_by_day ON events (day, number);
CREATE INDEX events_by_type ON events (type, day, number) WHERE state <> 'rejected';

CREATE TABLE event_parties ( -- who takes part in an event
  event INTEGER NOT NULL REFERENCES events ON DELETE CASCADE, -- events.number
  role TEXT NOT NULL, -- actor or recipient
  position INTEGER NOT NULL, -- from 0, in the order of the record
  country TEXT, -- ISO 3166-1 alpha-3, or IGO UNO EUR NGO ISM IMG MNC
  sector TEXT, -- PLOVER sector
  name TEXT NOT NULL, -- canonical name
  entity TEXT NOT NULL, -- key of the entity within the document: document_entities.key
  day TEXT NOT NULL, -- events.day
  leads INTEGER NOT NULL, -- 1 for the first party of the event with this role and country, else 0
  PRIMARY KEY (event, role, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_parties_by_country ON event_parties (role, country, day, event) WHERE leads = 1;

CREATE TABLE event_pairs ( -- pairs of countries in an event, for series and dyads
  actor TEXT NOT NULL, -- country that acts
  recipient TEXT NOT NULL, -- country acted upon; where no one is, every two of the actors stand both ways round
  day TEXT NOT NULL, -- events.day
  event INTEGER NOT NULL REFERENCES events ON DELETE CASCADE, -- events.number
  intensity REAL NOT NULL, -- events.intensity
  type TEXT NOT NULL, -- events.type
  status TEXT NOT NULL, -- events.status
  state TEXT NOT NULL, -- events.state
  PRIMARY KEY (actor, recipient, day, event)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_pairs_by_event ON event_pairs (event);

CREATE TABLE entities ( -- someone or something that documents speak of, one row for each name, country and sector
  number INTEGER PRIMARY KEY, -- of the entity
  name TEXT NOT NULL, -- canonical name
  country TEXT, -- as in event_parties
  sector TEXT, -- as in event_parties
  folded TEXT NOT NULL -- the name in lower case without accents, to be searched
) STRICT;
CREATE UNIQUE INDEX entities_by_name ON entities (name, coalesce(country, ''), coalesce(sector, ''));
CREATE INDEX entities_by_country ON entities (country, name);

CREATE TABLE document_entities ( -- which document speaks of which entity
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE, -- documents.number
  position INTEGER NOT NULL, -- from 0, in the order of the record
  key TEXT NOT NULL, -- the entity's key within the document
  entity INTEGER NOT NULL REFERENCES entities, -- entities.number
  mentions INTEGER NOT NULL, -- how often
  PRIMARY KEY (document, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX document_entities_by_entity ON document_entities (entity, document);

CREATE TABLE corrections ( -- what analysts say; never deleted
  number INTEGER PRIMARY KEY AUTOINCREMENT, -- in the order of saying
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE, -- documents.number
  kind TEXT NOT NULL, -- confirm, reject, set-field or add-event
  event INTEGER, -- events.number that it bears on now; NULL while undone or not to be found
  coder TEXT, -- version of the coder whose event is meant; NULL for an event that an analyst added
  anchor TEXT, -- JSON: the coder's event that is meant, by which it is found again; NULL likewise
  added INTEGER, -- number of the correction that added the event that is meant, where one did
  payload TEXT NOT NULL, -- JSON: fields set, event added, or the reading that was confirmed; {} for reject
  author TEXT NOT NULL, -- who says it
  note TEXT, -- why
  at TEXT NOT NULL, -- instant, ISO 8601, UTC
  undone_at TEXT, -- instant; NULL while it holds
  undone_by TEXT -- who undid it
) STRICT;
CREATE INDEX corrections_by_document ON corrections (document, number);
`,
];
