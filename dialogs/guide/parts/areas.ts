const LIAISON = '(?:enlace|liaison|contact[oa]?)';
/** «Salud (enlace: Pedro Gil)», «Salud, enlace Pedro Gil», «Salud con Pedro Gil como enlace». */
const WITH_LIAISON = [
  new RegExp(
    `^(?<name>.+?)\\s*(?:[(,:–-]|\\bcon|\\bwith)\\s*(?:(?:el|la|su|como|the) )?${LIAISON}(?: (?:es|is))?\\s*:?\\s+(?<liaison>[^()]+?)\\)?$`,
    'iu',
  ),
  new RegExp(`^(?<name>.+?),? (?:con|with) (?<liaison>.+?) (?:como|de|as) ${LIAISON}$`, 'iu'),
  /^(?<name>.+?)\s*\((?<liaison>\p{Lu}\p{L}+(?: (?:de |del |la )?\p{Lu}\p{L}+)+)\)$/u,
];
const WITHOUT =
  /[\s,(]*(?:(?:aún|aun|todavía|todavia|por ahora) )?(?:sin|no tiene|without(?: a)?) enlace.*$/iu;

/** An area of government as told: its name, and its liaison where that stands beside it. */
export function divideArea(told: string): { name: string; liaison?: string } {
  const bare = told.replace(WITHOUT, '');
  for (const pattern of WITH_LIAISON) {
    const { name, liaison } = pattern.exec(bare)?.groups ?? {};
    if (name !== undefined && liaison !== undefined && !/^sin\b/i.test(liaison))
      return { name: name.trim(), liaison: liaison.trim() };
  }
  return { name: bare };
}
