{{/* The release, short enough that a component's name can follow. */}}
{{- define "parley.name" -}}
{{- .Release.Name | trunc 40 | trimSuffix "-" -}}
{{- end -}}

{{- define "parley.serviceAccount" -}}
{{- .Values.serviceAccount.name | default (include "parley.name" .) -}}
{{- end -}}

{{- define "parley.labels" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
app.kubernetes.io/part-of: parley
app.kubernetes.io/version: {{ .Values.image.tag | default .Chart.AppVersion | quote }}
{{ include "parley.selector" . }}
{{- end -}}

{{/* Labels that never change between versions, since a Deployment's selector cannot change. */}}
{{- define "parley.selector" -}}
app.kubernetes.io/name: parley
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{/* (dict "root" $ "component" "intake") */}}
{{- define "parley.image" -}}
{{- $registry := required "image.registry is required: where the images are" .root.Values.image.registry -}}
{{- printf "%s/%s:%s" $registry .component (.root.Values.image.tag | default .root.Chart.AppVersion) -}}
{{- end -}}

{{/* A service's name in streams, topics, schemas and roles has no dash. */}}
{{- define "parley.context" -}}
{{- . | replace "-" "" -}}
{{- end -}}

{{/* The settings of a component: its own over the defaults. Gives YAML. */}}
{{- define "parley.settingsOf" -}}
{{- if eq .component "gateway" -}}
{{- toYaml .root.Values.gateway -}}
{{- else -}}
{{- toYaml (mergeOverwrite (deepCopy .root.Values.defaults) (index .root.Values.services .component)) -}}
{{- end -}}
{{- end -}}
