export { type ConnectOptions, connectQueues, type QueueConnection } from './connection.ts';
export { type QueueLog, silentLog } from './log.ts';
export {
  type DeliveryData,
  deliveryJobId,
  QUEUES,
  type QueueName,
  type Step,
  type StepData,
  stepJobId,
} from './names.ts';
export { openPipeline, type PipelineOptions, stepOf } from './open-pipeline.ts';
export type { Pipeline } from './pipeline.ts';
export { migrateQueues, QUEUE_SCHEMA } from './postgres.ts';
export { type JobContext, type Processor, type RunningWorker, startWorker, type WorkerSettings } from './worker.ts';
