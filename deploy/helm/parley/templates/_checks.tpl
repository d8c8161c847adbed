{{/* Checks that a schema cannot make: values that are right alone and wrong together. */}}
{{- define "parley.checks" -}}
{{- range $component, $own := .Values.services -}}
{{- $autoscaling := (include "parley.settingsOf" (dict "root" $ "component" $component) | fromYaml).autoscaling -}}
{{- if and $autoscaling.enabled (gt (int $autoscaling.maxReplicas) (int $.Values.kafka.partitions)) -}}
{{- fail (printf "%s: autoscaling.maxReplicas is %d, and with %d partitions (kafka.partitions) no more instances than these would have work" $component (int $autoscaling.maxReplicas) (int $.Values.kafka.partitions)) -}}
{{- end -}}
{{- end -}}
{{- if and (hasPrefix "file:" .Values.blobs.url) (not .Values.blobs.claimName) -}}
{{- fail "blobs.url is a folder, and without blobs.claimName it would be gone with the pod" -}}
{{- end -}}
{{- if and (eq .Values.mode "production") (contains "endpoint=http:" .Values.blobs.url) -}}
{{- fail "production needs an https endpoint in blobs.url: exhibits would be sent in the clear" -}}
{{- end -}}
{{- if and (ne .Values.kafka.sasl.mechanism "none") (not .Values.kafka.sasl.secretName) -}}
{{- fail "kafka.sasl.mechanism needs kafka.sasl.secretName, a secret with username and password" -}}
{{- end -}}
{{- if and (not .Values.kafka.tls.enabled) (or .Values.kafka.tls.caSecretName .Values.kafka.tls.clientSecretName) -}}
{{- fail "kafka.tls.enabled must be true where certificates are given" -}}
{{- end -}}
{{- if and (eq .Values.mode "production") (not .Values.kafka.tls.enabled) -}}
{{- fail "production needs kafka.tls.enabled: passwords and what the parties filed would be sent in the clear" -}}
{{- end -}}
{{- if and (eq .Values.mode "production") (eq .Values.kafka.sasl.mechanism "none") (not .Values.kafka.tls.clientSecretName) -}}
{{- fail "production needs accounts at the broker: kafka.sasl.mechanism with kafka.sasl.secretName, or kafka.tls.clientSecretName" -}}
{{- end -}}
{{- if and .Values.ingress.enabled (not .Values.ingress.host) -}}
{{- fail "ingress.host is required where an ingress is wanted" -}}
{{- end -}}
{{- if and .Values.externalSecrets.enabled (not .Values.externalSecrets.store.name) -}}
{{- fail "externalSecrets.store.name is required where external secrets are wanted" -}}
{{- end -}}
{{- end -}}
