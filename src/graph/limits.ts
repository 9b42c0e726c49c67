/**
 * Every limit on a document, in one place. A page of 100 persons with every field and every list passes with room;
 * what grows faster than the answer does not. Attackers choose documents: the structural limits hold before the
 * rules of validation run, some of which take quadratic time.
 */
export const LIMITS = {
  /** Lexical tokens; a full list has 173, the introspection query 184. */
  tokens: 2_000,
  /** Levels of fields; the deepest path of the schema has 6. */
  depth: 10,
  /** The introspection query has 15. */
  introspectionDepth: 20,
  /** Fields with an alias, fragments spread out. */
  aliases: 60,
  /** Directives, fragments spread out. */
  directives: 60,
  /** Fields of one definition, fragments spread out. */
  fields: 500,
  /** Fields and fragments that stand again in their own selection set, fragments spread out. */
  repeats: 60,
  /** Estimated values of the answer; the full list comes to about 38,000. */
  cost: 80_000,
  /** `explain` fields of one operation. */
  explains: 5,
  /** Representations of one `_entities`: as many as a page has subjects. */
  representations: 100,
} as const;

/** What is worked on at once, in the same measure: the full list twice; a single person never waits. */
export const TURNS = { small: 1_000, atOnce: LIMITS.cost } as const;

/** Page sizes. */
export const FIRST = { usual: 25, most: 100 } as const;

/** What a value costs where it is not 1: bytes of an image. */
export const COST_OF: Readonly<Record<string, number>> = {
  'Photograph.content': 100,
  'FingerprintCard.content': 100,
  'PublicationText.text': 1_000,
  'KeptPublication.document': 1_000,
  'ReportAttachment.content': 100,
};

/** How long a list of a case is taken to be, where it is not short; a page counts what it asks for. */
export const LENGTH_OF: Readonly<Record<string, number>> = {
  'CaseConnection.edges': 1,
  'Case.subjects': 10,
  'Case.outcomes': 10,
  'CaseSubjectOutcomes.items': 8,
  'Case.itemsWanted': 1,
  'Case.timeline': 12,
  'ProvisionPage.nodes': 1,
  'HeldPublicationPage.nodes': 1,
  'Provision.subjects': 10,
  'Case.enclosures': 4,
  'StrategicReportPage.nodes': 1,
  'ReportOfferPage.nodes': 1,
  'AuditPage.nodes': 1,
  'ActivityPage.nodes': 1,
  'Monitoring.periods': 24,
  'MonitoredPeriod.figures': 40,
  'AuditStatistics.items': 50,
  'AuditStatistics.askers': 50,
  'AuditSample.drawn': 10,
  'Query.clauses': 80,
  'ReadmissionCase.evidence': 50,
  'ReadmissionCase.bookings': 50,
  'ReadmissionCase.records': 200,
};

/** Candidates of one search at most. */
export const MOST_CANDIDATES = 20;

/** Interview windows told at once. */
export const MOST_WINDOWS = 200;

/** Documents kept parsed and validated, and the characters of all of them together. */
export const KEPT = { documents: 256, characters: 250_000 } as const;
