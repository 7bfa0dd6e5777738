/** PLOVER's sectors in words. */
const names: Readonly<Record<string, string>> = {
  COP: 'police',
  GOV: 'government',
  JUD: 'judiciary',
  LEG: 'legislature',
  MIL: 'military',
  PRM: 'paramilitary',
  PTY: 'political party',
  REB: 'rebels',
  SPY: 'intelligence services',
  UAF: 'unidentified armed force',
  UNK: 'unknown',
  AGR: 'agriculture',
  BUS: 'business',
  CRM: 'criminals',
  CVL: 'civilians',
  EDU: 'education',
  ELI: 'elites',
  JRN: 'journalists',
  LAB: 'labour',
  MED: 'health',
  REF: 'refugees',
  OPP: 'opposition',
  REL: 'religious groups',
  SOC: 'social groups',
};

export const sectorName = (sector: string): string => names[sector] ?? sector;
