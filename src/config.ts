import { z } from 'zod';

const text = z.string().trim().min(1);
const port = z.coerce.number().int().min(0).max(65535);
/** How often something may happen; 0 is no limit. */
const rate = z.coerce.number().int().min(0).max(1_000_000);

/** What the channel of WhatsApp cannot do without; none of them, and there is no such channel. */
const WHATSAPP = [
  'WHATSAPP_TOKEN',
  'WHATSAPP_APP_SECRET',
  'WHATSAPP_VERIFY_TOKEN',
  'WHATSAPP_PHONE_NUMBER_ID',
] as const;

/** Every variable the service reads. None is needed to start. `.env.example` is tested against this. */
export const Environment = z
  .object({
    PORT: port.default(3978),
    HOST: text.default('127.0.0.1'),
    PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
    DATA_FOLDER: text.default('data'),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    RESPONSIBLE_NAME: text.optional(),
    RESPONSIBLE_CONTACT: text.optional(),
    RETENTION_MONTHS: z.coerce.number().int().min(1).optional(),
    FILES_KEPT_DAYS: z.coerce.number().int().min(1).default(30),
    TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
    RATE_MESSAGES_PER_MINUTE: rate.default(60),
    RATE_CONVERSATIONS_PER_HOUR: rate.default(300),
    RATE_UPLOADS_PER_HOUR: rate.default(60),
    LANGUAGE: z.enum(['es', 'en']).default('es'),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
    METRICS_TOKEN: text.min(16).optional(),
    MICROSOFT_APP_ID: z.guid().optional(),
    MICROSOFT_APP_PASSWORD: text.optional(),
    MICROSOFT_APP_TYPE: z.enum(['MultiTenant', 'SingleTenant', 'UserAssignedMSI']).default('SingleTenant'),
    MICROSOFT_APP_TENANT_ID: z.guid().optional(),
    WHATSAPP_TOKEN: text.optional(),
    WHATSAPP_APP_SECRET: text.optional(),
    WHATSAPP_VERIFY_TOKEN: text.optional(),
    WHATSAPP_PHONE_NUMBER_ID: text
      .regex(/^\d+(\s*,\s*\d+)*$/, 'must be the id of a number (digits), or several with commas')
      .optional(),
    WHATSAPP_TEMPLATE: text.regex(/^[a-z0-9_]{1,512}$/, 'must be lower case, digits and _').optional(),
    WHATSAPP_TEMPLATE_LANGUAGE: text
      .regex(/^[a-z]{2,3}(_[A-Z]{2})?$/, 'must be like es or es_CO')
      .default('es'),
    WHATSAPP_API_VERSION: text.regex(/^v\d+\.\d+$/, 'must be like v26.0').default('v26.0'),
    WHATSAPP_API_URL: z.url({ protocol: /^https?$/ }).default('https://graph.facebook.com'),
    TEAMS_PLAN_PER: z.enum(['conversation', 'person']).default('conversation'),
    OPENAI_API_KEY: text.optional(),
    OPENAI_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
    OPENAI_EMBEDDINGS_MODEL: text.optional(),
    OPENAI_CHAT_MODEL: text.optional(),
    OPENAI_JSON_MODE: z.stringbool({ truthy: ['true'], falsy: ['false'] }).default(false),
    OPENAI_TIMEOUT_SECONDS: z.coerce.number().min(1).max(300).default(20),
    OPENAI_TOKENS_PER_ANSWER: z.coerce.number().int().min(1000).default(8000),
    OPENAI_TOKENS_PER_DAY: z.coerce.number().int().min(0).default(500_000),
  })
  .superRefine((env, ctx) => {
    const need = (name: keyof typeof env, because: string) => {
      if (env[name] === undefined) ctx.addIssue({ code: 'custom', path: [name], message: because });
    };
    if (env.MICROSOFT_APP_ID && env.MICROSOFT_APP_TYPE !== 'UserAssignedMSI')
      need('MICROSOFT_APP_PASSWORD', 'needed because MICROSOFT_APP_ID is set');
    if (env.MICROSOFT_APP_ID && env.MICROSOFT_APP_TYPE !== 'MultiTenant')
      need('MICROSOFT_APP_TENANT_ID', `needed because MICROSOFT_APP_TYPE is ${env.MICROSOFT_APP_TYPE}`);
    const whatsApp = WHATSAPP.find((name) => env[name] !== undefined);
    if (whatsApp)
      for (const name of [...WHATSAPP, 'PUBLIC_URL'] as const)
        need(name, `needed because ${whatsApp} is set`);
    if (env.RESPONSIBLE_NAME) need('RESPONSIBLE_CONTACT', 'needed because RESPONSIBLE_NAME is set');
    if (env.RESPONSIBLE_CONTACT) need('RESPONSIBLE_NAME', 'needed because RESPONSIBLE_CONTACT is set');
    if (env.OPENAI_API_KEY === undefined)
      for (const model of ['OPENAI_EMBEDDINGS_MODEL', 'OPENAI_CHAT_MODEL'] as const)
        if (env[model]) need('OPENAI_API_KEY', `needed because ${model} is set`);
  });
export type Config = z.infer<typeof Environment>;

/** One right value of each variable, for error messages and for `.env.example`. */
export const EXAMPLES: Record<keyof Config, string> = {
  PORT: '3978',
  HOST: '127.0.0.1',
  PUBLIC_URL: 'https://bot.example.gov.co',
  DATA_FOLDER: 'data',
  DATABASE_URL: 'postgres://bot:secret@db.example.gov.co/bot',
  RESPONSIBLE_NAME: 'Alcaldía de San Isidro, Secretaría de Planeación',
  RESPONSIBLE_CONTACT: 'protecciondatos@sanisidro.example.gov.co',
  RETENTION_MONTHS: '24',
  FILES_KEPT_DAYS: '30',
  TRUST_PROXY: '1',
  RATE_MESSAGES_PER_MINUTE: '60',
  RATE_CONVERSATIONS_PER_HOUR: '300',
  RATE_UPLOADS_PER_HOUR: '60',
  LANGUAGE: 'es',
  LOG_LEVEL: 'info',
  METRICS_TOKEN: 'sixteen characters or more',
  MICROSOFT_APP_ID: '00000000-1111-4222-8333-444444444444',
  MICROSOFT_APP_PASSWORD: 'the client secret of the app registration',
  MICROSOFT_APP_TYPE: 'SingleTenant',
  MICROSOFT_APP_TENANT_ID: '00000000-1111-4222-8333-555555555555',
  WHATSAPP_TOKEN: 'the token of a system user of the business',
  WHATSAPP_APP_SECRET: 'the app secret, under App settings, Basic',
  WHATSAPP_VERIFY_TOKEN: 'any words of your own',
  WHATSAPP_PHONE_NUMBER_ID: '106540352242922',
  WHATSAPP_TEMPLATE: 'retomar_plan',
  WHATSAPP_TEMPLATE_LANGUAGE: 'es',
  WHATSAPP_API_VERSION: 'v26.0',
  WHATSAPP_API_URL: 'https://graph.facebook.com',
  TEAMS_PLAN_PER: 'conversation',
  OPENAI_API_KEY: 'the key of the OpenAI-compatible service',
  OPENAI_BASE_URL: 'http://localhost:11434/v1',
  OPENAI_EMBEDDINGS_MODEL: 'text-embedding-3-small',
  OPENAI_CHAT_MODEL: 'gpt-4.1-mini',
  OPENAI_JSON_MODE: 'true',
  OPENAI_TIMEOUT_SECONDS: '20',
  OPENAI_TOKENS_PER_ANSWER: '8000',
  OPENAI_TOKENS_PER_DAY: '500000',
};

/** The environment does not make a configuration: every fault, with its variable and a right value. */
export class ConfigError extends Error {
  constructor(faults: string[]) {
    super(`The configuration has ${faults.length} fault(s):\n${faults.map((f) => `  - ${f}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/** Variables by which LangChain and the client of OpenAI would send on or print what people write. */
const TELLTALES = /^(?:LANGSMITH|LANGCHAIN)_|^OPENAI_LOG$/;

/**
 * Reads the configuration from the environment. An empty variable counts as not set. What would have a library send
 * on or print what people write is taken out of the environment, whoever set it.
 * @throws {ConfigError} naming every fault at once.
 */
export function readConfig(environment: Record<string, string | undefined> = process.env): Config {
  for (const name of Object.keys(environment)) if (TELLTALES.test(name)) delete environment[name];
  const known = Object.keys(Environment.shape) as (keyof Config)[];
  const given = Object.fromEntries(
    known.flatMap((name) => (environment[name]?.trim() ? [[name, environment[name]]] : [])),
  );
  const parsed = Environment.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new ConfigError(
    parsed.error.issues.map((issue) => {
      const name = String(issue.path[0]) as keyof Config;
      return `${name}: ${issue.message}. Example: ${name}=${EXAMPLES[name]}`;
    }),
  );
}
