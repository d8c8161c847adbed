{{/* Variables of every process that answers requests. (dict "root" $ "component" "intake") */}}
{{- define "parley.environment" -}}
- { name: PARLEY_MODE, value: {{ .root.Values.mode | quote }} }
- { name: PARLEY_HOST, value: "0.0.0.0" }
- { name: PARLEY_PORT, value: "3000" }
- { name: PARLEY_METRICS_PORT, value: "9464" }
- { name: PARLEY_PUBLIC_URL, value: {{ .root.Values.publicUrl | quote }} }
- { name: PARLEY_LOG_LEVEL, value: {{ .root.Values.logLevel | quote }} }
- { name: PARLEY_DRAIN_SECONDS, value: {{ .root.Values.drainSeconds | quote }} }
- { name: PARLEY_OIDC_AUDIENCE, value: {{ .root.Values.oidc.audience | quote }} }
- { name: PARLEY_OIDC_US_ISSUER, value: {{ .root.Values.oidc.us.issuer | quote }} }
{{- with .root.Values.oidc.us.jwksUrl }}
- { name: PARLEY_OIDC_US_JWKS_URL, value: {{ . | quote }} }
{{- end }}
- { name: PARLEY_OIDC_CN_ISSUER, value: {{ .root.Values.oidc.cn.issuer | quote }} }
{{- with .root.Values.oidc.cn.jwksUrl }}
- { name: PARLEY_OIDC_CN_JWKS_URL, value: {{ . | quote }} }
{{- end }}
- { name: PARLEY_OIDC_SECRETARIAT_ISSUER, value: {{ .root.Values.oidc.secretariat.issuer | quote }} }
{{- with .root.Values.oidc.secretariat.jwksUrl }}
- { name: PARLEY_OIDC_SECRETARIAT_JWKS_URL, value: {{ . | quote }} }
{{- end }}
- { name: OTEL_SERVICE_NAME, value: parley-{{ .component }} }
{{- with .root.Values.telemetry.otlpEndpoint }}
- { name: OTEL_EXPORTER_OTLP_ENDPOINT, value: {{ . | quote }} }
{{- end }}
{{- end -}}

{{/* Further variables of each of the five services. */}}
{{- define "parley.serviceEnvironment" -}}
- { name: PARLEY_KEYS_DIR, value: /var/lib/parley/keys }
- { name: PARLEY_DATABASE_URL_FILE, value: /run/secrets/parley/database/url }
{{- if .root.Values.eventStore.secretName }}
- { name: PARLEY_EVENT_STORE_URL_FILE, value: /run/secrets/parley/event-store/url }
{{- end }}
{{- if and .root.Values.ruleSets (eq .component "intake") }}
- { name: PARLEY_RULE_SETS, value: /etc/parley/rules/rule-sets.json }
{{- end }}
{{- if eq .component "intake" }}
{{- with .root.Values.channels.mail }}
{{- if .from }}
- { name: PARLEY_MAIL_FROM, value: {{ .from | quote }} }
- { name: PARLEY_MAIL_SERVER, value: {{ .server | quote }} }
{{- end }}
{{- end }}
{{- end }}
{{- if has .component (list "intake" "audit") }}
{{- with .root.Values.channels.webhooks }}
- { name: PARLEY_WEBHOOK_HOSTS, value: {{ join "," .hosts | quote }} }
- { name: PARLEY_WEBHOOK_NETWORKS, value: {{ join "," .networks | quote }} }
{{- end }}
{{- end }}
{{- if and .root.Values.witnesses (eq .component "audit") }}
{{- $witnesses := list }}
{{- range .root.Values.witnesses }}
{{- $witnesses = append $witnesses (printf "%s %s %s" .party .key .url) }}
{{- end }}
- { name: PARLEY_WITNESSES, value: {{ join ", " $witnesses | quote }} }
{{- end }}
- { name: PARLEY_BLOBS_URL, value: {{ .root.Values.blobs.url | quote }} }
{{- if .root.Values.blobs.credentialsSecretName }}
- { name: AWS_SHARED_CREDENTIALS_FILE, value: /run/secrets/parley/blobs/credentials }
{{- end }}
- { name: PARLEY_MESSAGE_KEY_FILE, value: /run/secrets/parley/messages/key.pem }
- { name: PARLEY_MESSAGE_PUBLIC_KEYS_FILE, value: /run/secrets/parley/messages/public-keys }
{{ include "parley.kafkaEnvironment" .root }}
{{- end -}}

{{/* Variables of the services, and of the job that makes the topics. */}}
{{- define "parley.kafkaEnvironment" -}}
- { name: PARLEY_KAFKA_BROKERS, value: {{ join "," .Values.kafka.brokers | quote }} }
- { name: PARLEY_KAFKA_NAMESPACE, value: {{ .Values.kafka.namespace | quote }} }
- { name: PARLEY_KAFKA_PARTITIONS, value: {{ .Values.kafka.partitions | quote }} }
- { name: PARLEY_KAFKA_REPLICATION, value: {{ .Values.kafka.replication | quote }} }
- { name: PARLEY_KAFKA_RETENTION_HOURS, value: {{ .Values.kafka.retentionHours | quote }} }
- { name: PARLEY_KAFKA_TLS, value: {{ ternary "on" "off" .Values.kafka.tls.enabled | quote }} }
{{- if .Values.kafka.tls.caSecretName }}
- { name: PARLEY_KAFKA_CA_FILE, value: /run/secrets/parley/kafka/ca.crt }
{{- end }}
{{- if .Values.kafka.tls.clientSecretName }}
- { name: PARLEY_KAFKA_CERT_FILE, value: /run/secrets/parley/kafka/tls.crt }
- { name: PARLEY_KAFKA_KEY_FILE, value: /run/secrets/parley/kafka/tls.key }
{{- end }}
- { name: PARLEY_KAFKA_SASL_MECHANISM, value: {{ .Values.kafka.sasl.mechanism | quote }} }
{{- if ne .Values.kafka.sasl.mechanism "none" }}
- { name: PARLEY_KAFKA_USERNAME_FILE, value: /run/secrets/parley/kafka/username }
- { name: PARLEY_KAFKA_PASSWORD_FILE, value: /run/secrets/parley/kafka/password }
{{- end }}
{{- end -}}

{{/* Where the gateway finds the services. */}}
{{- define "parley.gatewayEnvironment" -}}
- { name: PARLEY_RATE_LIMIT, value: {{ .Values.gateway.rateLimit | quote }} }
- { name: PARLEY_TRUSTED_PROXIES, value: {{ .Values.gateway.trustedProxies | quote }} }
{{- with .Values.gateway.securityContact }}
- { name: PARLEY_SECURITY_CONTACT, value: {{ . | quote }} }
{{- end }}
{{- range $component, $_ := .Values.services }}
- { name: PARLEY_{{ $component | upper | replace "-" "_" }}_URL, value: "http://{{ include "parley.name" $ }}-{{ $component }}:3000" }
{{- end }}
{{- end -}}
