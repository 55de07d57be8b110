import { parseOutline } from './titles.ts';

/** The headings of the guide (001), in the order in which its text holds them. */
export const GUIDE_OUTLINE = parseOutline(`
# Prólogo
# Visión
# Sobre esta guía
# Introducción
## Hacia un camino de oportunidades y desafíos
## El marco jurídico e institucional en Colombia
## La cooperación internacional: un instrumento de internacionalización territorial en Colombia
## La apuesta por los campos organizacionales para la internacionalización territorial
## Algunas tendencias, oportunidades y desafíos
# Un nuevo actor en el escenario internacional Conceptos generales => 1. Un nuevo actor en el escenario internacional
## La acción exterior de los gobiernos locales
### La acción internacional como un medio
### ¿Cuáles deben ser las prioridades de la acción internacional de mi ciudad?
### RAZONES OBJETIVOS => Razones y objetivos
### Objetivos alineados con las necesidades locales.
## Las Agendas Globales
### Agenda 2030 y sus 17 ODS
### Marco de Sendai sobre la Reducción del Riesgo de Desastres
### Acuerdo de París sobre el Cambio Climático
### Nueva Agenda Urbana (NAU)
### Pacto de Milán Hacia una Política Alimentaria Urbana
### Agenda de Acción para la Financiación del Desarrollo de Adís Abeba
### Plataforma de Acción de Beijing+25 (Generación Igualdad)
### Nueva Agenda de Paz
## Territorialización de la Agenda 2030 en Colombia
### APC Colombia contribuye al cumplimiento de los ODS en Colombia
## La voz de los gobiernos locales en la agenda global
### El Pacto para el futuro de la humanidad
### Bogotá y Concepción firman acuerdo para fortalecer la colaboración en la música
## El rol de la Agencia Presidencial de Cooperación Internacional-APC Colombia en la gestión de la cooperación descentralizada
### ¿Cómo se concibe la cooperación descentralizada desde la APC Colombia?
### ¿Cómo contribuye la APC Colombia en la gestión de la cooperación descentralizada?
### Logros e hitos
# Cooperación y competencia => 2. Cooperación y competencia
## Competencia para el posicionamiento estratégico
### ¿Para qué competir?
### MZL, Manizales del Alma
### ALGUNAS ACCIONES DE POSICIONAMIENTO ESTRATÉGICO => Algunas acciones de posicionamiento estratégico
### POSICIONAMIENTO ESTRATÉGICO INTERNACIONAL => Criterios cuantitativos de posicionamiento estratégico internacional
## La cooperación
## La cooperación descentralizada
### NORTE-SUR => Norte-Sur
### SUR-SUR => Sur-Sur
### TRIANGULAR => Triangular
### TÉCNICO, FINANCIERO => Cooperación técnica y financiera
### CINCO PRINCIPIOS DE LA COOPERACIÓN DESCENTRALIZADA => Cinco principios de la cooperación descentralizada
### Cooperación transfronteriza, el caso de Pasto
## Cooperación bilateral
### Hermanamientos de la ciudad de Medellín, Colombia
## Cooperación multilateral: las redes de ciudades
### Características de las redes de ciudades
### ¿Cuáles son los principales beneficios de la cooperación multilateral?
### Cali se posiciona como protagonista en las redes de ciudades con enfoque ambiental
### Los gobiernos locales y regionales contribuyendo al multilateralismo inclusivo y en red. La contribución y protagonismo de CGLU
### ¿A cuál red de ciudades vincularse?
### Bogotá planifica su estrategia en las redes
### ¿Cuáles son los pasos para formar parte de una red de ciudades?
### CGLU: la red de redes
### Asociaciones nacionales de municipios, un espacio multilateral de cooperación nacional
### Federación Latinoamericana de ciudades, municipios y asociaciones de gobiernos locales (FLACMA)
## La Cooperación Internacional para el Desarrollo (CID)
### Principios orientadores
### ¿Por qué la cooperación al desarrollo?
### Las convocatorias a fondos de cooperación destinados a gobiernos locales, ¿cómo postular?
### ¿Quiénes financian la cooperación descentralizada?
### 10 pasos para una postulación a fondos de la CID
# La internacionalización => 3. La internacionalización
## La conformación de una estrategia
## La internacionalización como una política pública
### Compromiso y apoyo político
## Recursos y estructura
### Alcaldía de Cali
### La nueva Consejería Distrital de Relaciones Internacionales de la Alcaldía Mayor de Bogotá: una transformación estratégica
## Alineación y coordinación. La visión estratégica
### La alineación con las Agendas Globales
### La alineación con la Agenda Nacional
### La alineación con la Agenda Local
### El Plan Distrital de Desarrollo de Bogotá incluye, por primera vez, un programa de internacionalización
## Transversalidad
### El Comité Interinstitucional de Internacionalización de la ciudad de Neiva
### La red de enlaces: una herramienta para garantizar la transversalidad
## Gobernanza multiactor y multinivel. Alineación con el territorio
### Potenciales partes interesadas en el proceso de internacionalización (stakeholders)
### Sector: Tipo de actor => Sectores y tipos de actor
### Internacionalización de la ciudad o el territorio: tipo de actores con quien dialogar
### Sinergias en la Red Antioqueña de Cooperación Internacional
### Construcción participativa del Plan de Internacionalización de la Alcaldía de Cartagena 2023-2026
## Diagnóstico y perfil de internacionalización
### Perfil de internacionalización
### Antecedentes
### Capacidades
### Oportunidades
### Necesidades
### Análisis FODA de la internacionalización de Cuenca
## Marco normativo
### ¿Cuáles son las normas que se deben tener en cuenta para actuar en el plano internacional como gobierno local en Colombia?
### El Sistema Nacional de Cooperación Internacional de Colombia
# La elaboración del plan => 4. La elaboración del plan
## El plan de acción internacional
## Enfoques útiles para la planificación
### 6 enfoques clave para la planificación
## Los ejes de la planificación estratégica
### Reto, Desafío => Retos y desafíos de Cartagena
## La planificación operativa
### Algunas acciones de posicionamiento estratégico
### Algunas acciones de cooperación
### ASPECTOS A DEFINIR DE UN PROYECTO => Aspectos a definir de un proyecto
### Líneas de acción, acciones y resultados
## Mapeo de socios y actores
## Criterios de diseño para los proyectos
## La estrategia de comunicación
### Dimensiones de la estrategia de comunicación
### Comunicación planificada, clara y efectiva
## Seguimiento y evaluación de resultados
## Seguimiento
### Coordinación y monitoreo
## Medición de impacto y evaluación de procesos
### DESAFÍOS PARA LAS CIUDADES COLOMBIANAS AL MOMENTO DE EVALUAR => Desafíos para las ciudades colombianas al momento de evaluar
### Desafíos para medir la acción internacional de los gobiernos locales
## Recursos útiles
# Recomendaciones para entrar en acción
# 11 ideas para la internacionalización
# Anexo I => Anexo I. Criterios e indicadores para evaluar la acción internacional
## CRITERIOS CUALITATIVOS => Criterios cualitativos
### PLANIFICACIÓN => Planificación
### ALINEACIÓN AL PLAN ESTRATÉGICO LOCAL => Alineación al plan estratégico local
### ENFOQUE ODS => Enfoque ODS
### EFICIENCIA => Eficiencia
### EFICACIA => Eficacia
### GOBERNANZA Y PARTICIPACIÓN => Gobernanza y participación
### TRANSPARENCIA => Transparencia
### COMUNICACIÓN OPERATIVA => Comunicación operativa
### INCIDENCIA => Incidencia
### INCLUSIÓN => Inclusión
### SOSTENABILIDAD => Sostenibilidad
### CAPACIDAD INSTALADA => Capacidad instalada
### INNOVACIÓN => Innovación
### REPLICABILIDAD => Replicabilidad
### ESCALABILIDAD => Escalabilidad
### MONITOREO Y EVALUACIÓN => Monitoreo y evaluación
## CRITERIOS CUANTITATIVOS => Criterios cuantitativos
### ACTIVIDAD ECONÓMICA => Actividad económica
### INTERCAMBIO ACADÉMICO Y CULTURAL => Intercambio académico y cultural
### ACTIVIDAD MIGRATORIA Y DEMOGRÁFICA => Actividad migratoria y demográfica
### GESTIÓN INTERNACIONAL INSTITUCIONAL => Gestión internacional institucional
### COOPERACIÓN AL DESARROLLO DESCENTRALIZADA => Cooperación al desarrollo descentralizada
### COOPERACIÓN MULTILATERAL => Cooperación multilateral
### POSICIONAMIENTO ESTRATÉGICO INTERNACIONAL => Posicionamiento estratégico internacional
# Barranquilla => Caso de Barranquilla
## Sobre Barranquilla
## Barranquilla y su gestión de las relaciones internacionales
## Barranquilla en el escenario internacional
### CIUDAD: PAÍS => Ciudades hermanas
### Redes de ciudades en las que Barranquilla participa
## ¿Cómo se está internacionalizando Barranquilla?
### ¿Cuáles son los ejes de trabajo que orientan su internacionalización?
### ¿Qué estrategias se utilizan para materializar estos ejes?
## Barranquilla es un referente nacional y regional en la atracción de Inversión Extranjera Directa (IED)
### Acciones claves de la ciudad para materializar la atracción de IED
## ¿Qué desafíos enfrenta Barranquilla para internacionalizarse?
## ¿Qué oportunidades tiene Barranquilla para proyectarse internacionalmente?
## Barranquilla: Un caso inspirador para los gobiernos colombianos
# Cali => Caso de Cali
## Sobre Cali
## Cali y su gestión de las relaciones internacionales
## Cali en el escenario internacional
### Ciudades hermanas de Cali => Ciudades hermanas
### Redes de ciudades en las que Cali participa
## ¿Cómo se está internacionalizando Cali?
### EJES DE TRABAJO: HITOS Y LOGROS => Ejes de trabajo, hitos y logros
### ¿Qué estrategias se utilizan para materializar estos ejes?
## Cali es un referente nacional en materia de posicionamiento estratégico
## ¿Qué desafíos enfrenta Calli para internacionalizarse? => ¿Qué desafíos enfrenta Cali para internacionalizarse?
## ¿Qué oportunidades tiene Cali para proyectarse internacionalmente?
## Cali: Un caso inspirador para los gobiernos colombianos
# Bogotá => Caso de Bogotá
## Sobre Bogotá
## Bogotá y su gestión de las relaciones internacionales
## Bogotá en el escenario internacional
### CIUDAD: PAÍS => Ciudades hermanas
### Redes de ciudades en las que Bogotá participa
## ¿Cómo se está internacionalizando Bogotá?
### EJES DE TRABAJO: HITOS Y LOGROS => Ejes de trabajo, hitos y logros
### ¿Qué estrategias se utilizan para materializar estos ejes?
## Bogotá es un referente nacional en gobernanza y gestión de la información
## ¿Qué desafíos enfrenta Bogotá en su proceso de internacionalización?
## ¿Cuáles son las oportunidades de Bogotá para proyectarse internacionalmente?
## Bogotá: Un caso inspirador para los gobiernos locales colombianos
# Medellín => Caso de Medellín
## Sobre Medellín
## Medellín y su gestión de las relaciones internacionales
## Medellín en el escenario internacional
### CIUDAD: PAÍS => Ciudades hermanas
### Redes de ciudades en las que Medellín participa
## ¿Cómo se está internacionalizando Medellín?
### Atracción de Inversión Extranjera Directa
### Financiación internacional al desarrollo
### INVERSIÓN EXTRANJERA => Logros en inversión extranjera y cooperación al desarrollo
## La ACI Medellín es un referente nacional en la gestión de alianzas público-privadas y la gobernanza de datos.
## ¿Qué desafíos y oportunidades enfrenta Medellín en sus procesos de internacionalización?
## Medellín: ciudad pionera en la institucionalización de la gestión de las relaciones internacionales
`);
