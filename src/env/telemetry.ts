export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>

/** Events worth a line to an operator. Fields are data; keys and values of clients never go in. */
export interface Telemetry {
  debug(event: string, fields?: LogFields): void
  info(event: string, fields?: LogFields): void
  warn(event: string, fields?: LogFields): void
  error(event: string, fields?: LogFields): void
}

export const silentTelemetry: Telemetry = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
}
