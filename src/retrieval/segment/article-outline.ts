import { parseOutline } from './titles.ts';

/** The headings of the academic article (002), in the order in which its text holds them. */
export const ARTICLE_OUTLINE = parseOutline(`
# resumen => Resumen
# abstract => Abstract
# resumo => Resumo
# Internacionalización Territorial Posibilidades y dificultades para los gobiernos subnacionales => Internacionalización territorial: posibilidades y dificultades para los gobiernos subnacionales
# 1. Introducción
# 2. Competencias de las entidades territoriales frente a la internacionalización
## 2.1. Entidades territoriales y competencias internacionales
## 2.2. Marco normativo vigente en materia de cooperación internacional
# 3. Experiencias en América Latina
## 3.1. Chile
## 3.2. Argentina
## 3.3. México
# 4. Experiencias en Colombia
## 4.1. Medellín
## 4.2. Bogotá D. C.
## 4.3. Caldas
## 4.4. Otros casos
# 5. Conclusiones
`);
