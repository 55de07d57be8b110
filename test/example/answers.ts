/**
 * What an official of an invented municipality answers, by the question that waits: an id of a field, of an element by
 * its number, or of whatever else is asked. Questions that are not here get the assistant's own draft where it has one,
 * and are put off where it has none.
 */
export const ANSWERS: Readonly<Record<string, string>> = {
  route: 'Completa',
  'entity.name': 'Alto Yariguí, Santander',
  'entity.kind': 'Municipio',
  'entity.population': 'unos 23 mil',
  'entity.category': 'sexta',
  'entity.borderZone': 'no',
  'entity.governmentPeriod': '2024 a 2027',
  'entity.contactUnit': 'Secretaría de Planeación, planeacion@altoyarigui.example',
  title: 'Alto Yariguí, cacao y aves para el mundo',
  start: 'enero de 2027',
  end: 'diciembre de 2029',
  reasons: 'darnos a conocer, intercambiar experiencias y conseguir recursos',
  'reasons.positioning.objectives': '1 y 2',
  'reasons.exchange.objectives': '1',
  'reasons.funds.objectives': '1',
  'commitment.sponsor': 'sí, el alcalde Óscar Pinto',
  'commitment.formalAct': 'Decreto 041 de 2026',
  'commitment.governmentPlan': 'Tiene una línea de turismo de naturaleza y otra de apoyo a los cacaoteros.',
  'resources.leadUnit': 'la Secretaría de Planeación; no tenemos oficina de relaciones internacionales',
  'resources.head': 'Liliana Mantilla, secretaria de Planeación',
  'resources.team': '3 personas: Liliana, una profesional de turismo y un contratista de apoyo',
  'resources.languages': 'inglés',
  'resources.budget': '640 millones de pesos para 2027 a 2029',
  'alignment.globalAgendas': 'la Agenda 2030, con los ODS 2, 8, 13 y 15, y el Acuerdo de París',
  'alignment.lifePlans': 'En el municipio no hay comunidades étnicas con plan de vida.',
  'alignment.nationalInstruments': 'el Plan Nacional de Desarrollo y la ENCI',
  'alignment.localPlan': 'Campo con futuro; Turismo que cuida',
  'transversality.areas': 'Planeación, Turismo, Agricultura y Hacienda',
  'transversality.areas.area-1.liaison': 'Liliana Mantilla',
  'transversality.areas.area-2.liaison': 'Sandra Ortiz',
  'transversality.areas.area-3.liaison': 'Wilson Galvis',
  'transversality.areas.area-4.liaison': 'Nubia Rueda',
  'governance.stakeholders':
    'Asociación de Cacaoteros de la Serranía, Universidad Industrial de Santander, Cámara de Comercio de Barrancabermeja, emisora comunitaria Yariguí Estéreo, guías de aves del municipio',
  'governance.stakeholders.stakeholder-1.interest': 'compradores directos',
  'governance.stakeholders.stakeholder-1.motivation': 'vender sin intermediarios',
  'governance.stakeholders.stakeholder-1.willingness': 'alta',
  'governance.stakeholders.stakeholder-2.interest': 'investigar la fermentación y las aves',
  'governance.stakeholders.stakeholder-2.motivation': 'publicar con universidades de afuera',
  'governance.stakeholders.stakeholder-2.willingness': 'media',
  'governance.stakeholders.stakeholder-3.interest': 'empresas que exporten',
  'governance.stakeholders.stakeholder-3.motivation': 'tiene metas de ruedas de negocios',
  'governance.stakeholders.stakeholder-3.willingness': 'alta',
  'governance.stakeholders.stakeholder-4.interest': 'contar lo que pasa en el municipio',
  'governance.stakeholders.stakeholder-4.motivation': 'tener audiencia entre los jóvenes',
  'governance.stakeholders.stakeholder-4.willingness': 'alta',
  'governance.stakeholders.stakeholder-5.sector': 'privado',
  'governance.stakeholders.stakeholder-5.interest': 'más visitantes que vengan por las aves',
  'governance.stakeholders.stakeholder-5.motivation': 'vivir de su oficio todo el año',
  'governance.stakeholders.stakeholder-5.willingness': 'alta',
  'governance.stakeholders.stakeholder-5.contribution': 'conocen los senderos y las especies',
  'governance.guiding.policy': 'La universidad tiene una política de internacionalización desde 2018.',
  'governance.guiding.benefit': 'Con compradores, visitantes y formación, cada uno según lo que aporte.',
  'profile.antecedents':
    'En 2022 recibimos a una misión de chocolateros belgas que compró una primera muestra; en 2024 dos guías fueron a una feria de aves en Ecuador.',
  'profile.capacities':
    'Una asociación de cacaoteros con planta de fermentación; doce guías de aves certificados; una profesional que habla inglés',
  'profile.opportunities': 'cacao fino de aroma, 480 especies de aves, cercanía al parque de la serranía',
  'profile.needs': 'vender el cacao sin intermediarios, empleo para los jóvenes, conservar el bosque',
  'profile.positioning.positioning-q2':
    'Todavía nos conocen por el conflicto de los años noventa; hoy se camina con tranquilidad.',
  'legal.actions':
    'firmar un hermanamiento con un municipio de Ecuador, recibir recursos de una agencia de cooperación',
  'legal.actions.action-1.contracting': 'saltar',
  'legal.actions.action-2.contracting': 'la agencia pone el 70 %',
  'strategy.vision':
    'En 2029 Alto Yariguí vende su cacao directamente en dos países, recibe a quien viene a ver sus aves y tiene aliados que vuelven.',
  'strategy.axes': 'Cacao de origen, Aves y turismo que cuida, Jóvenes con mundo',
  'strategy.axes.axis-1.challengeQuestion':
    '¿Cómo lograr que las familias vendan su cacao sin intermediarios?',
  'strategy.axes.axis-1.budget': '260 millones',
  'strategy.axes.axis-2.budget': '220 millones',
  'strategy.axes.axis-3.budget': '120 millones',
  projects: 'Cacao directo a Bélgica',
  'projects.project-1.axis': 'Cacao de origen',
  'projects.project-1.objective': '1',
  'projects.project-1.dimension': 'cooperación descentralizada norte-sur',
  'projects.project-1.cooperationType': 'técnica',
  'projects.project-1.object':
    'Vender a dos compradores belgas doce toneladas de cacao al año con la marca del municipio.',
  'projects.project-1.responsible': 'Wilson Galvis, secretario de Agricultura',
  'projects.project-1.budget': '180 millones',
  'projects.project-1.funding': 'recursos propios y la agencia de cooperación',
  'projects.project-1.partners':
    'Asociación de Cacaoteros de la Serranía, Cámara de Comercio de Barrancabermeja',
  'projects.project-1.recipients': '140 familias cacaoteras',
  'projects.project-1.start': 'marzo de 2027',
  'projects.project-1.end': 'noviembre de 2028',
  'projects.project-1.milestones':
    'catálogo en francés e inglés el 30 de junio de 2027; primera rueda de negocios en octubre de 2027; primer envío en mayo de 2028',
  'projects.project-1.milestoneResponsibles': 'Wilson Galvis',
  'projects.project-1.risks': 'que baje el precio; mitigar con contratos a un año',
  'projects.project-2.name': 'Ruta de aves de la serranía',
  'projects.project-2.axis': 'Aves y turismo que cuida',
  'projects.project-2.objective': '1',
  'projects.project-2.dimension': 'posicionamiento',
  'projects.project-2.object':
    'Recibir 600 visitantes extranjeros al año en una ruta de aves con guías del municipio.',
  'projects.project-2.responsible': 'Sandra Ortiz, profesional de Turismo',
  'projects.project-2.budget': '150 millones',
  'projects.project-2.funding': 'presupuesto del municipio',
  'projects.project-2.recipients': 'los guías y doce posadas rurales',
  'projects.project-2.start': 'junio de 2027',
  'projects.project-2.end': 'junio de 2029',
  'projects.project-2.milestones':
    'ruta señalizada en diciembre de 2027; feria de aves con invitados de Ecuador en agosto de 2028',
  'projects.project-2.milestoneResponsibles': 'Sandra Ortiz',
  'projects.project-1.indicators': 'toneladas de cacao vendidas en el exterior, hoy 0, meta 12',
  'projects.project-2.indicators': 'visitantes extranjeros al año, hoy 40, meta 600',
  'communication.external.channels': 'emisora, página web y Facebook',
  'indicators.indicator-1.frequency': 'cada año',
  'indicators.indicator-1.nature': 'resultado',
  'indicators.indicator-2.frequency': 'cada seis meses',
  'indicators.indicator-2.nature': 'resultado',
  'communication.external.frequency': 'cada mes',
  'communication.internalDirect.frequency': 'cada semana',
  'communication.internalIndirect.frequency': 'cada tres meses',
  'followUp.frequency': 'cada tres meses',
  'followUp.responsible': 'Liliana Mantilla',
};

/** Whether a list gets another element when that is asked, by how often it was asked. */
export const MORE: Readonly<Record<string, readonly string[]>> = {
  'projects.more': ['sí', 'no'],
};

/** Names of the elements that are made one by one, in order. */
export const CREATED: Readonly<Record<string, readonly string[]>> = {
  projects: ['Cacao directo a Bélgica', 'Ruta de aves de la serranía'],
};

/** Things a person does on the way, once, when a question is reached: then the question is answered. */
export const ON_THE_WAY: Readonly<Record<string, readonly string[]>> = {
  'resources.legalBasis': ['¿necesitamos una oficina de relaciones internacionales para hacer este plan?'],
  'legal.actions.action-1.authorisations': ['¿el alcalde puede firmar un hermanamiento?'],
  'strategy.axes': ['ver FODA'],
  'projects.project-1.process': ['no, eran 200 millones', 'deshacer'],
};
