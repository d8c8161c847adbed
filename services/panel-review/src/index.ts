export * from './panel-review.service';
