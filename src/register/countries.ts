/**
 * Codes of states and of persons without one: ISO 3166-1 alpha-3, and what ICAO Doc 9303-3 section 5 adds for travel
 * documents. The German `D` of the machine readable zone is not among them: the register writes `DEU`.
 */
import { STATES } from '../treaty/index.js';

const ISO_3166_1 = `
  ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR BHR BHS BIH BLM BLR BLZ
  BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK COL COM CPV CRI CUB CUW CXR CYM CYP CZE DEU
  DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP EST ETH FIN FJI FLK FRA FRO FSM GAB GBR GEO GGY GHA GIB GIN GLP GMB GNB GNQ GRC
  GRD GRL GTM GUF GUM GUY HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL ISR ITA JAM JEY JOR JPN KAZ KEN KGZ KHM
  KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAC MAF MAR MCO MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG
  MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM NCL NER NFK NGA NIC NIU NLD NOR NPL NRU NZL OMN PAK PAN PCN PER PHL PLW PNG POL
  PRI PRK PRT PRY PSE PYF QAT REU ROU RUS RWA SAU SDN SEN SGP SGS SHN SJM SLB SLE SLV SMR SOM SPM SRB SSD STP SUR SVK SVN
  SWE SWZ SXM SYC SYR TCA TCD TGO THA TJK TKL TKM TLS TON TTO TUN TUR TUV TWN TZA UGA UKR UMI URY USA UZB VAT VCT VEN VGB
  VIR VNM VUT WLF WSM YEM ZAF ZMB ZWE`;

/** British nationals other than citizens, international organisations, and persons without a defined nationality. */
const ICAO_9303_3 = `
  GBD GBN GBO GBP GBS EUE UNA UNK UNO XBA XCC XCE XCO XDC XEC XES XIM XMP XOM XPO XXA XXB XXC XXX`;

const codesOf = (table: string): readonly string[] => table.trim().split(/\s+/);

export const COUNTRY_CODES: ReadonlySet<string> = new Set([
  ...codesOf(ISO_3166_1),
  ...codesOf(ICAO_9303_3),
]);

/** Stateless person, refugee, other refugee: these codes are released to nobody (A-10.4c). */
export const PROTECTED_STATUS_CODES: readonly string[] = ['XXA', 'XXB', 'XXC'];

/** Whether a text is a code a citizenship or a travel leg may carry: those of ICAO, and of the Parties themselves. */
export function isCountryCode(text: string): boolean {
  return COUNTRY_CODES.has(text) || Object.hasOwn(STATES, text);
}
